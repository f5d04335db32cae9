import DiscreteEvents
import Parameters

/// The share of time with each number of open children, unallocated children and vacant posts; off unless asked for.
struct OccupancyMeasure: Measure {
  static let subject = Series.Subject.staff
  private static let subjects = ["open", "unallocated", "vacant"]
  private let upTo: Int
  private var times: [Double]
  /// Open children, unallocated children, vacant posts.
  private var levels: InlineArray<3, Int> = .init(repeating: 0)
  private var since: InlineArray<3, Double> = .init(repeating: 0)

  init(_ tables: ModelTables) {
    upTo = tables.parameters.watch.occupancyUpTo
    times = Array(repeating: 0, count: upTo > 0 ? 3 * (upTo + 2) : 0)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    guard upTo > 0 else { return }
    switch fact {
    case .stageEntered(_, let stage, _): if stage != .closed { change(0, by: 1, at: time) }
    case .stageLeft(_, let stage, _, _, _, _): if stage != .closed { change(0, by: -1, at: time) }
    case .joinedList: change(1, by: 1, at: time)
    case .leftList: change(1, by: -1, at: time)
    case .allocated(_, _, _, _, let fromList, _): if fromList { change(1, by: -1, at: time) }
    case .postOpened: change(2, by: 1, at: time)
    case .workerStarted: change(2, by: -1, at: time)
    case .workerLeft: change(2, by: 1, at: time)
    default: break
    }
  }

  private mutating func change(_ subject: Int, by change: Int, at time: SimulatedTime) {
    let level = min(levels[subject], upTo + 1)
    times[subject * (upTo + 2) + level] += time.days - since[subject]
    since[subject] = time.days
    levels[subject] += change
  }

  mutating func settle(_ month: Month) {
    guard upTo > 0 else { return }
    for subject in 0..<3 { change(subject, by: 0, at: month.end) }
  }

  mutating func report(_ r: inout Report) {
    for place in times.indices {
      let (subject, level) = place.quotientAndRemainder(dividingBy: upTo + 2)
      r.line(
        "time_share", .share, .rate, of: "\(Self.subjects[subject])=\(level <= upTo ? "\(level)" : "more")",
        times[place], over: r.month.days,
        "Share of time with 0, 1, 2 … open children, unallocated children and vacant posts. Off by "
          + "default; used for comparison with theory.")
      r.forget(&times[place])
    }
  }
}
