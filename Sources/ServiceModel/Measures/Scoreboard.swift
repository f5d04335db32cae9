import DiscreteEvents

/// A fold over facts that gives readings at month ends.
///
/// A new measure is one file with one such type, and one line in each of five places of `Scoreboard`: the property,
/// `init`, `hear`, `close` and `endOpening`.
protocol Measure {
  /// Declares its series.
  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue)
  mutating func hear(_ fact: Fact, at time: SimulatedTime)
  /// Forgets the opening's flows: what was heard until now made the position at the start.
  mutating func start()
  /// Writes the month's readings and begins the next month.
  mutating func close(_ month: Month, into readings: inout Readings)
}

/// The month that has just ended.
struct Month {
  let index: Int
  let end: SimulatedTime
  /// Length in days.
  let days: Double
  let financialYear: Int
  /// True for the last month of a financial year, and of the run.
  let endsYear: Bool
}

/// All measures. The list of what a run watches.
struct Scoreboard {
  let tables: ModelTables
  let catalogue: SeriesCatalogue
  private(set) var openingReadings: [Double]
  private var readings: Readings

  private var demand: DemandMeasure
  private var pathway: PathwayMeasure
  private var care: CareMeasure
  private var allocation: AllocationMeasure
  private var caseload: CaseloadMeasure
  private var workforce: WorkforceMeasure
  private var recruitment: RecruitmentMeasure
  private var managers: ManagersMeasure
  private var inspection: InspectionMeasure
  private var agency: AgencyMeasure
  private var headcount: HeadcountMeasure
  private var absence: AbsenceMeasure
  private var partnership: PartnershipMeasure
  private var plan: PlanMeasure
  private var money: MoneyMeasure
  private var occupancy: OccupancyMeasure
  var balances: Balances
  private var spells = Spells()

  init(_ tables: ModelTables) {
    self.tables = tables
    var catalogue = SeriesCatalogue()
    demand = DemandMeasure(tables, &catalogue)
    pathway = PathwayMeasure(tables, &catalogue)
    care = CareMeasure(tables, &catalogue)
    allocation = AllocationMeasure(tables, &catalogue)
    caseload = CaseloadMeasure(tables, &catalogue)
    workforce = WorkforceMeasure(tables, &catalogue)
    recruitment = RecruitmentMeasure(tables, &catalogue)
    managers = ManagersMeasure(tables, &catalogue)
    inspection = InspectionMeasure(tables, &catalogue)
    agency = AgencyMeasure(tables, &catalogue)
    headcount = HeadcountMeasure(tables, &catalogue)
    absence = AbsenceMeasure(tables, &catalogue)
    partnership = PartnershipMeasure(tables, &catalogue)
    plan = PlanMeasure(tables, &catalogue)
    money = MoneyMeasure(tables, &catalogue)
    occupancy = OccupancyMeasure(tables, &catalogue)
    balances = Balances(tables)
    self.catalogue = catalogue
    readings = Readings(months: tables.calendar.months, series: catalogue.series.count)
    openingReadings = []
  }

  @inline(__always)
  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    demand.hear(fact, at: time)
    pathway.hear(fact, at: time)
    care.hear(fact, at: time)
    allocation.hear(fact, at: time)
    caseload.hear(fact, at: time)
    workforce.hear(fact, at: time)
    recruitment.hear(fact, at: time)
    managers.hear(fact, at: time)
    inspection.hear(fact, at: time)
    agency.hear(fact, at: time)
    headcount.hear(fact, at: time)
    absence.hear(fact, at: time)
    partnership.hear(fact, at: time)
    plan.hear(fact, at: time)
    money.hear(fact, at: time)
    occupancy.hear(fact, at: time)
    balances.hear(fact, at: time)
    spells.hear(fact, at: time)
  }

  private mutating func close(_ month: Month, into readings: inout Readings) {
    demand.close(month, into: &readings)
    pathway.close(month, into: &readings)
    care.close(month, into: &readings)
    allocation.close(month, into: &readings)
    caseload.close(month, into: &readings)
    workforce.close(month, into: &readings)
    recruitment.close(month, into: &readings)
    managers.close(month, into: &readings)
    inspection.close(month, into: &readings)
    agency.close(month, into: &readings)
    headcount.close(month, into: &readings)
    absence.close(month, into: &readings)
    partnership.close(month, into: &readings)
    plan.close(month, into: &readings)
    money.close(month, into: &readings)
    occupancy.close(month, into: &readings)
  }

  /// A fresh board for the next replication.
  mutating func reset() { self = Scoreboard(tables) }

  /// The opening is complete: its census has been taken, and what follows is counted.
  mutating func endOpening(stageCounts: Flat<Stage, Int>, staff: StaffCount) {
    var atStart = Readings(months: 1, series: catalogue.series.count)
    let instant = Month(index: 0, end: .zero, days: 0, financialYear: 0, endsYear: false)
    var copy = self
    copy.close(instant, into: &atStart)
    openingReadings = catalogue.series.indices.map { series in
      switch catalogue.series[series].gathering {
      case .stock: atStart.numerators[series]
      case .stockRate: atStart.numerators[series] / atStart.denominators[series]
      case .flow, .rate, .distribution: .nan
      }
    }
    demand.start()
    pathway.start()
    care.start()
    allocation.start()
    caseload.start()
    workforce.start()
    recruitment.start()
    managers.start()
    inspection.start()
    agency.start()
    headcount.start()
    absence.start()
    partnership.start()
    plan.start()
    money.start()
    occupancy.start()
    balances.start(stageCounts: stageCounts, staff: staff)
  }

  mutating func closeMonth(
    _ index: Int, at time: SimulatedTime, stageCounts: Flat<Stage, Int>, staff: StaffCount
  ) {
    let calendar = tables.calendar
    let began = index == 0 ? SimulatedTime.zero : calendar.monthEnds[index - 1]
    let year = calendar.yearOfMonth[index]
    let isLast = index + 1 == calendar.months
    let month = Month(
      index: index, end: time, days: time.days(since: began), financialYear: year,
      endsYear: isLast || calendar.yearOfMonth[index + 1] != year)
    var written = readings
    readings = Readings(months: 0, series: 0)
    close(month, into: &written)
    readings = written
    balances.close(stageCounts: stageCounts, staff: staff, money: money)
  }

  /// Follows what the child at that place costs; nil when the place is given to somebody else.
  mutating func follow(_ child: Int?) { money.follow(child) }

  /// What that child has cost since it was last told, by line.
  mutating func takeSpending() -> [(line: BudgetLine, pounds: Double)] { money.takeSpending() }

  /// Hands the workers' spells over and keeps none; `joined` is the day on which each worker joined the council.
  mutating func takeSpells(at end: SimulatedTime, joined: [Double]) -> [WorkerSpell] {
    spells.take(at: end) { joined[$0] }
  }

  /// Hands the readings over and keeps none.
  mutating func takeReadings() -> Readings {
    let taken = readings
    readings = Readings(months: 0, series: catalogue.series.count)
    return taken
  }
}
