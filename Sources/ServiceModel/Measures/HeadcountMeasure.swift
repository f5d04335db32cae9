import DiscreteEvents

/// People rather than full-time equivalents, as the Department for Education counts them beside the FTE.
struct HeadcountMeasure: Measure {
  private let starters, leavers, turnover, agency, agencyRate: Int
  private var inPost = 0.0
  private var started = 0.0
  private var left = 0.0
  private var leftOverYear = TwelveMonths()
  private var agencyPeople = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    starters = catalogue.declare("starters_headcount", "people", .flow, workforceYear: true)
    leavers = catalogue.declare("leavers_headcount", "people", .flow, workforceYear: true)
    turnover = catalogue.declare("turnover_rate_headcount", "share", .stockRate, workforceYear: true)
    agency = catalogue.declare("agency_headcount", "people", .stock, workforceYear: true)
    agencyRate = catalogue.declare("agency_rate_headcount", "share", .stockRate, workforceYear: true)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .workerStarted(_, _, let atStart):
      inPost += 1
      if !atStart { started += 1 }
    case .workerLeft:
      inPost -= 1
      left += 1
    case .agencyStarted: agencyPeople += 1
    case .agencyEnded: agencyPeople -= 1
    default: break
    }
  }

  mutating func start() {
    started = 0
    left = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    if month.days > 0 { leftOverYear.close(left) }
    readings.set(starters, month.index, started)
    readings.set(leavers, month.index, left)
    readings.set(turnover, month.index, leftOverYear.total, over: inPost)
    readings.set(agency, month.index, agencyPeople)
    readings.set(agencyRate, month.index, agencyPeople, over: agencyPeople + inPost)
    start()
  }
}
