import DiscreteEvents
import Parameters

/// Cases held by each full-time equivalent, and how many workers carry more than the norm.
struct CaseloadMeasure: Measure {
  static let subject = Series.Subject.staff
  private var held = Flat<Team, Double>()
  private var fte = Flat<Team, Double>()
  private var workers = 0.0
  private var over = 0.0
  private var perFte = Records()

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    guard case .workerAtCensus(let placing, let cases, let load, let norm, _, _) = fact, cases > 0 else {
      return
    }
    held[placing.team] += Double(cases)
    fte[placing.team] += placing.fte
    workers += 1
    if load > norm + 1e-9 { over += 1 }
    perFte.add(Double(cases) / placing.fte)
  }

  mutating func report(_ r: inout Report) {
    r.ratio(
      "caseload_fte", "cases per FTE", held.sum, over: fte.sum,
      "Cases held per FTE of workers who hold one or more, as the Department defines it (including agency "
        + "workers); also by team.",
      .less.workforceYear.indicator(12).headline(10, "Cases per FTE worker").fan)
    r.parts("caseload_fte", by: Team.self, .less) { (held[$0], over: fte[$0]) }
    r.quantile(
      0.9, "caseload_p90", "cases per FTE", of: &perFte,
      "90th percentile over workers of cases held per FTE at the month end; for a year, over its twelve "
        + "month ends.",
      .less.indicator(13))
    r.ratio(
      "share_over_norm", .share, over, over: workers,
      "Share of workers with cases whose weighted load is over norm × FTE.", .less.indicator(14))
    r.stock("cases_held", .cases, held.sum, "Cases held.", .neither.workforceYear)
    r.stock(
      "case_holders_fte", .fte, fte.sum,
      "FTE of workers who hold one or more cases, including agency workers.",
      .neither.workforceYear)
    r.forget(&held)
    r.forget(&fte)
    r.forget(&workers)
    r.forget(&over)
  }
}
