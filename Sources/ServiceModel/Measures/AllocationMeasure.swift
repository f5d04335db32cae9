import DiscreteEvents
import Parameters
import Statistics

/// Children who wait for a worker, how long they wait, and how often their worker changes.
struct AllocationMeasure: Measure {
  static let subject = Series.Subject.staff
  /// Days above which a wait is long; 0 where that is not asked for.
  private let longWait: Double
  private var waiting = Flat<Team, Double>()
  private var list = TimeWeightedLevel()
  private var open = TimeWeightedLevel()
  private var held = TimeWeightedLevel()
  private var waits = Records()
  private var waitSum = 0.0
  private var allocations = 0.0
  private var waited = 0.0
  private var waitedLong = 0.0
  private var changes = TwelveMonths()
  private var transfers = 0.0
  /// Longest wait so far of those who wait at the month's end, days.
  private var longest = Flat<Team, Double>()

  init(_ tables: ModelTables) { longWait = tables.parameters.watch.waitOverDays }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .joinedList(_, let team): listChanges(team, by: 1, at: time)
    case .leftList(_, let team): listChanges(team, by: -1, at: time)
    case .allocated(_, _, let team, let days, let fromList, let change):
      held.change(by: 1, at: time.days)
      if fromList { listChanges(team, by: -1, at: time) }
      if change { changes.add(1) } else { firstWorker(after: days) }
    case .transferred:
      changes.add(1)
      transfers += 1
    case .waitingAtCensus(_, let team, let days, let isFirst):
      longest[team] = max(longest[team], days)
      if isFirst { waits.addUnderWay(days) }
    case .caseReleased: held.change(by: -1, at: time.days)
    case .stageEntered(_, let stage, _): if stage != .closed { open.change(by: 1, at: time.days) }
    case .stageLeft(_, let stage, _, _, _, _): if stage != .closed { open.change(by: -1, at: time.days) }
    default: break
    }
  }

  private mutating func listChanges(_ team: Team, by change: Double, at time: SimulatedTime) {
    waiting[team] += change
    list.change(by: change, at: time.days)
  }

  private mutating func firstWorker(after days: Double) {
    waits.add(days)
    waitSum += days
    allocations += 1
    if days > 0 { waited += 1 }
    if days > longWait { waitedLong += 1 }
  }

  mutating func report(_ r: inout Report) {
    r.stock(
      Series.unallocated, .children, waiting.sum, "Children on an unallocated list; also by team.",
      .less.headline(11, "Children without a worker"))
    r.parts(Series.unallocated, waiting)
    r.average(
      "unallocated_children_average", .children, &list,
      "Children on an unallocated list, averaged over the days of the month.", .less)
    r.quantile(
      0.9, "unallocated_wait_p90_days", .days, of: &waits,
      "90th percentile of the waits for a first worker in a stage's team: the whole waits of children who were given "
        + "one in the period, and the waits so far of those who still wait at its end.",
      .less)
    var longestOfAll = 0.0
    for team in Team.allCases { longestOfAll = max(longestOfAll, longest[team]) }
    r.stock(
      "longest_wait", .days, longestOfAll,
      "Longest wait so far of the children on an unallocated list, those whose worker left among them; 0 when nobody "
        + "waits; also by team.",
      .less)
    r.parts("longest_wait", longest)
    r.rate(
      "unallocated_wait_mean_days", .days, &waitSum, over: &allocations,
      "Mean wait of children given their first worker in a stage's team, including those who waited 0 days, and not those "
        + "who still wait.",
      .less)
    r.rate(
      "unallocated_waited_rate", .share, &waited, over: &allocations,
      "Share of children given their first worker in a stage's team who had to wait.",
      .less)
    r.average(
      "open_children_average", .children, &open,
      "Children open to the service, including care leavers, averaged over the days of the month.")
    let allocated = max(held.level, 1)
    r.average(
      "allocated_children_average", .children, &held,
      "Children with a worker, averaged over the days of the month.")
    r.flow(
      "worker_changes", "changes", changes.month,
      "Allocations of a child to another worker while its case is open: in the same team after the previous one left, or "
        + "in another team as the case moves there.",
      .less)
    r.flow(
      "worker_transfers", "changes", &transfers,
      "Changes of worker that come with a move of the case to another team, or to a stage that its worker may not hold.",
      .less)
    r.ratio(
      "worker_changes_per_child", "changes per allocated child in 12 months", changes.total, over: allocated,
      "Changes of worker over twelve months per child allocated at the end.", .less)
    if longWait > 0 {
      r.rate(
        "unallocated_waited_long_rate", .share, &waitedLong, over: &allocations,
        "Share of children given their first worker in a stage's team who waited longer than the scenario "
          + "asks about; only if it asks.",
        .less)
    }
    r.forget(&changes)
    r.forget(&longest)
  }
}
