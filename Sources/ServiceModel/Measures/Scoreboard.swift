import DiscreteEvents
import Parameters

/// All that listens to the facts of a replication: the measures, the balances, and the workers' spells.
struct Scoreboard {
  /// The measures, each named once: they hear in this order, and their rows stand in it in every file.
  typealias Measures = Both<
    Both<Both<Both<OfChildren, OfStaff>, Both<OfAgency, OfPlans>>, MoneyMeasure>, OccupancyMeasure
  >
  typealias OfChildren = Both<
    Both<DemandMeasure, PathwayMeasure>, Both<Both<CareMeasure, StayMeasure>, AllocationMeasure>
  >
  typealias OfStaff = Both<
    Both<CaseloadMeasure, WorkforceMeasure>, Both<RecruitmentMeasure, ManagersMeasure>
  >
  typealias OfAgency = Both<
    Both<InspectionMeasure, AgencyMeasure>, Both<HeadcountMeasure, AbsenceMeasure>
  >
  typealias OfPlans = Both<Both<PartnershipMeasure, PlanMeasure>, ResponseMeasure>

  let tables: ModelTables
  /// What is watched, in the order of the measures' lines.
  let series: [Series]
  private(set) var openingReadings: [Double] = []
  private var readings: Readings
  private var measures: Measures
  var balances: Balances
  private var spells = Spells()

  init(_ tables: ModelTables) {
    var measures = Measures(tables)
    self.init(tables, series: Report.declared(by: &measures))
  }

  private init(_ tables: ModelTables, series: [Series]) {
    self.tables = tables
    self.series = series
    measures = Measures(tables)
    balances = Balances()
    readings = Readings(months: tables.calendar.months, series: series.count)
  }

  @inline(__always)
  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    measures.hear(fact, at: time)
    balances.hear(fact, at: time)
    spells.hear(fact, at: time)
  }

  /// A fresh board for the next replication.
  mutating func reset() { self = Scoreboard(tables, series: series) }

  /// The opening is complete: its census has been taken, and what follows is counted.
  mutating func endOpening(stageCounts: Flat<Stage, Int>, counts: StateCount) {
    var atStart = Readings(months: 1, series: series.count)
    Report.write(.opening, of: &measures, into: &atStart)
    openingReadings = series.indices.map { place in
      switch series[place].gathering {
      case .stock: atStart.numerators[place]
      case .stockRate: atStart.numerators[place] / atStart.denominators[place]
      case .flow, .rate, .distribution: .nan
      }
    }
    begin(after: .opening)
    balances.start(stageCounts: stageCounts, counts: counts)
  }

  mutating func closeMonth(
    _ index: Int, at time: SimulatedTime, stageCounts: Flat<Stage, Int>, counts: StateCount
  ) {
    let calendar = tables.calendar
    let began = index == 0 ? SimulatedTime.zero : calendar.monthEnds[index - 1]
    let year = calendar.yearOfMonth[index]
    let isLast = index + 1 == calendar.months
    let month = Month(
      index: index, end: time, days: time.days(since: began), financialYear: year,
      endsYear: isLast || calendar.yearOfMonth[index + 1] != year)
    measures.settle(month)
    Report.write(month, of: &measures, into: &readings)
    begin(after: month)
    balances.close(stageCounts: stageCounts, counts: counts, money: measures.first.second)
  }

  private mutating func begin(after month: Month) {
    Report.forget(month, in: &measures)
    measures.begin(after: month)
  }

  /// Follows what the child at that place costs; nil when the place is given to somebody else.
  mutating func follow(_ child: Int?) { measures.first.second.follow(child) }

  /// What that child has cost since it was last told, by line.
  mutating func takeSpending() -> [(line: BudgetLine, pounds: Double)] {
    measures.first.second.takeSpending()
  }

  /// Hands the workers' spells over and keeps none; `joined` is the day on which each worker joined the council.
  mutating func takeSpells(at end: SimulatedTime, joined: [Double]) -> [WorkerSpell] {
    spells.take(at: end) { joined[$0] }
  }

  /// Hands the readings over and keeps none.
  mutating func takeReadings() -> Readings {
    let taken = readings
    readings = Readings(months: 0, series: 0)
    return taken
  }
}
