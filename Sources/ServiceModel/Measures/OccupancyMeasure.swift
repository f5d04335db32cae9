import DiscreteEvents

/// The share of time with each number of open children, unallocated children and vacant posts; off unless asked for.
struct OccupancyMeasure: Measure {
  private let upTo: Int
  private let first: Int
  private var times: [Double]
  /// Open children, unallocated children, vacant posts.
  private var levels: InlineArray<3, Int> = .init(repeating: 0)
  private var since: InlineArray<3, Double> = .init(repeating: 0)

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    upTo = tables.parameters.watch.occupancyUpTo
    first = catalogue.series.count
    times = []
    guard upTo > 0 else { return }
    for subject in ["open", "unallocated", "vacant"] {
      for level in 0...(upTo + 1) {
        let name = level <= upTo ? "\(level)" : "more"
        _ = catalogue.declare("time_share", of: "\(subject)=\(name)", "share", .rate)
      }
    }
    times = Array(repeating: 0, count: 3 * (upTo + 2))
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

  mutating func start() { for place in times.indices { times[place] = 0 } }

  mutating func close(_ month: Month, into readings: inout Readings) {
    guard upTo > 0 else { return }
    for subject in 0..<3 { change(subject, by: 0, at: month.end) }
    for place in times.indices { readings.set(first + place, month.index, times[place], over: month.days) }
    start()
  }
}
