import DiscreteEvents
import Statistics

/// Children who wait for a worker, how long they wait, and how often their worker changes.
struct AllocationMeasure: Measure {
  private let onList, onListByTeam, onListAverage, openAverage, waitP90, waitMean, waitedShare: Int
  private let changes, changesPerChild, heldAverage: Int
  /// Series and limit, days; nil where it is not asked for.
  private let longWait: (series: Int, days: Double)?
  private var waiting = Keyed<Team, Double>(repeating: 0)
  private var list = TimeWeightedLevel()
  private var open = TimeWeightedLevel()
  private var held = TimeWeightedLevel()
  private var waits = Records()
  private var waitSum = 0.0
  private var allocations = 0.0
  private var waited = 0.0
  private var waitedLong = 0.0
  private var changed = 0.0
  private var changesOverYear = TwelveMonths()

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    onList = catalogue.declare("unallocated_children", "children", .stock)
    onListByTeam = catalogue.declare("unallocated_children", for: Team.self, as: "team", "children", .stock)
    onListAverage = catalogue.declare("unallocated_children_average", "children", .rate)
    waitP90 = catalogue.declare("unallocated_wait_p90_days", "days", .distribution)
    waitMean = catalogue.declare("unallocated_wait_mean_days", "days", .rate)
    waitedShare = catalogue.declare("unallocated_waited_rate", "share", .rate)
    openAverage = catalogue.declare("open_children_average", "children", .rate)
    heldAverage = catalogue.declare("allocated_children_average", "children", .rate)
    changes = catalogue.declare("worker_changes", "changes", .flow)
    changesPerChild = catalogue.declare(
      "worker_changes_per_child", "changes per allocated child in 12 months", .stockRate)
    let days = tables.parameters.watch.waitOverDays
    longWait =
      days > 0 ? (catalogue.declare("unallocated_waited_long_rate", "share", .rate), days) : nil
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .joinedList(_, let team):
      waiting[team] += 1
      list.change(by: 1, at: time.days)
    case .leftList(_, let team):
      waiting[team] -= 1
      list.change(by: -1, at: time.days)
    case .allocated(_, _, let team, let days, let fromList, let change):
      held.change(by: 1, at: time.days)
      if fromList {
        waiting[team] -= 1
        list.change(by: -1, at: time.days)
      }
      if change {
        changed += 1
      } else {
        waits.add(days)
        waitSum += days
        allocations += 1
        if days > 0 { waited += 1 }
        if let longWait, days > longWait.days { waitedLong += 1 }
      }
    case .caseReleased: held.change(by: -1, at: time.days)
    case .stageEntered(_, let stage, _): if stage != .closed { open.change(by: 1, at: time.days) }
    case .stageLeft(_, let stage, _, _, _, _): if stage != .closed { open.change(by: -1, at: time.days) }
    default: break
    }
  }

  mutating func start() {
    waits.clear()
    list.reset(at: list.lastTime)
    open.reset(at: open.lastTime)
    held.reset(at: held.lastTime)
    waitSum = 0
    allocations = 0
    waited = 0
    waitedLong = 0
    changed = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    readings.set(onList, month.index, waiting.sum)
    for team in Team.allCases { readings.set(onListByTeam + team.index, month.index, waiting[team]) }
    readings.set(onListAverage, month.index, list.integral(to: month.end.days), over: month.days)
    readings.set(openAverage, month.index, open.integral(to: month.end.days), over: month.days)
    readings.set(heldAverage, month.index, held.integral(to: month.end.days), over: month.days)
    readings.set(waitMean, month.index, waitSum, over: allocations)
    readings.set(waitedShare, month.index, waited, over: allocations)
    if let longWait { readings.set(longWait.series, month.index, waitedLong, over: allocations) }
    waits.closeMonth()
    waits.write(waitP90, 0.9, month.index, into: &readings)
    waits.startMonth(newYear: month.endsYear)
    readings.set(changes, month.index, changed)
    changesOverYear.close(changed)
    readings.set(changesPerChild, month.index, changesOverYear.total, over: max(held.level, 1))
    list.reset(at: month.end)
    open.reset(at: month.end)
    held.reset(at: month.end)
    waitSum = 0
    allocations = 0
    waited = 0
    waitedLong = 0
    changed = 0
  }
}

extension TimeWeightedLevel {
  /// Begins a new average at the end of a month.
  mutating func reset(at time: SimulatedTime) { reset(at: time.days) }
}
