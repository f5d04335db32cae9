import DiscreteEvents
import Parameters

/// The share of time with each number of open children, unallocated children and vacant posts; off unless asked for.
struct OccupancyMeasure: Measure {
  static let subject = Series.Subject.staff
  /// Open children, unallocated children, vacant posts.
  private enum Subject: UInt8, ParameterKey { case open, unallocated, vacant }

  private let upTo: Int
  /// Days at each level of each subject, the last level standing for all above.
  private var times: [Double]
  private var levels = Flat<Subject, Int>()
  private var since = Flat<Subject, Double>()

  init(_ tables: ModelTables) {
    upTo = tables.parameters.watch.occupancyUpTo
    times = Array(repeating: 0, count: upTo > 0 ? Subject.allCases.count * (upTo + 2) : 0)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    guard upTo > 0 else { return }
    switch fact {
    case .stageEntered(_, let stage, _): if stage != .closed { change(.open, by: 1, at: time) }
    case .stageLeft(_, let stage, _, _, _, _): if stage != .closed { change(.open, by: -1, at: time) }
    case .joinedList: change(.unallocated, by: 1, at: time)
    case .leftList: change(.unallocated, by: -1, at: time)
    case .allocated(_, _, _, _, let fromList, _): if fromList { change(.unallocated, by: -1, at: time) }
    case .postOpened: change(.vacant, by: 1, at: time)
    case .postClosed: change(.vacant, by: -1, at: time)
    case .workerStarted: change(.vacant, by: -1, at: time)
    case .workerLeft: change(.vacant, by: 1, at: time)
    default: break
    }
  }

  private mutating func change(_ subject: Subject, by change: Int, at time: SimulatedTime) {
    let level = min(levels[subject], upTo + 1)
    times[subject.index * (upTo + 2) + level] += time.days - since[subject]
    since[subject] = time.days
    levels[subject] += change
  }

  mutating func settle(_ month: Month) {
    guard upTo > 0 else { return }
    for subject in Subject.allCases { change(subject, by: 0, at: month.end) }
  }

  mutating func report(_ r: inout Report) {
    for place in times.indices {
      let (subject, level) = place.quotientAndRemainder(dividingBy: upTo + 2)
      r.line(
        "time_share", .share, .rate,
        of: "\(Subject.at(subject).label)=\(level <= upTo ? "\(level)" : "more")",
        times[place], over: r.month.days,
        "Share of time with 0, 1, 2 … open children, unallocated children and vacant posts. Off by "
          + "default; used for comparison with theory.")
      r.forget(&times[place])
    }
  }
}
