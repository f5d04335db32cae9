import DiscreteEvents

/// Cases held by each full-time equivalent, and how many workers carry more than the norm.
struct CaseloadMeasure: Measure {
  private let caseload, byTeam, p90, overNorm, cases, holders: Int
  private var held = Keyed<Team, Double>(repeating: 0)
  private var fte = Keyed<Team, Double>(repeating: 0)
  private var workers = 0.0
  private var over = 0.0
  private var perFte = Records()

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    caseload = catalogue.declare("caseload_fte", "cases per FTE", .stockRate, workforceYear: true)
    byTeam = catalogue.declare("caseload_fte", for: Team.self, as: "team", "cases per FTE", .stockRate)
    p90 = catalogue.declare("caseload_p90", "cases per FTE", .distribution)
    overNorm = catalogue.declare("share_over_norm", "share", .stockRate)
    cases = catalogue.declare("cases_held", "cases", .stock, workforceYear: true)
    holders = catalogue.declare("case_holders_fte", "FTE", .stock, workforceYear: true)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    guard case .workerAtCensus(let placing, let workerCases, let load, let norm, _, _) = fact,
      workerCases > 0
    else { return }
    held[placing.team] += Double(workerCases)
    fte[placing.team] += placing.fte
    workers += 1
    if load > norm + 1e-9 { over += 1 }
    perFte.add(Double(workerCases) / placing.fte)
  }

  mutating func start() {
    perFte.clear()
    clear()
  }

  private mutating func clear() {
    held = Keyed(repeating: 0)
    fte = Keyed(repeating: 0)
    workers = 0
    over = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    readings.set(caseload, month.index, held.sum, over: fte.sum)
    for team in Team.allCases {
      readings.set(byTeam + team.index, month.index, held[team], over: fte[team])
    }
    readings.set(overNorm, month.index, over, over: workers)
    readings.set(cases, month.index, held.sum)
    readings.set(holders, month.index, fte.sum)
    perFte.closeMonth()
    perFte.write(p90, 0.9, month.index, into: &readings)
    perFte.startMonth(newYear: month.endsYear)
    clear()
  }
}
