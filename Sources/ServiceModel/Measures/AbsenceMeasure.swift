import DiscreteEvents

/// Working days lost to sickness over working days of those in post (253 a year, the Department for Education's
/// definition, which leaves maternity, paternity and adoption leave out), and who is away at the month end.
struct AbsenceMeasure: Measure {
  private let rate, lost, away: Int
  private var inPost = 0.0
  private var sick = 0.0
  private var onLeave = 0.0
  private var sickDays = 0.0
  private var postDays = 0.0
  private var lastChange = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    rate = catalogue.declare("absence_rate_fte", "share", .rate, workforceYear: true)
    lost = catalogue.declare("working_days_lost_fte", "FTE days", .flow, workforceYear: true)
    away = catalogue.declare("away_fte", "FTE", .stock, workforceYear: true)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .workerStarted(_, let placing, _):
      settle(at: time)
      inPost += placing.fte
    case .workerLeft(_, let placing, _, _):
      settle(at: time)
      inPost -= placing.fte
    case .workerPromoted(_, let from, let to):
      settle(at: time)
      inPost += to.fte - from.fte
    case .absenceBegan(_, let placing, let kind): change(kind, by: placing.fte, at: time)
    case .absenceEnded(_, let placing, let kind): change(kind, by: -placing.fte, at: time)
    default: break
    }
  }

  private mutating func change(_ kind: AbsenceKind, by fte: Double, at time: SimulatedTime) {
    settle(at: time)
    if kind == .family { onLeave += fte } else { sick += fte }
  }

  private mutating func settle(at time: SimulatedTime) {
    let days = time.days - lastChange
    sickDays += sick * days
    postDays += inPost * days
    lastChange = time.days
  }

  mutating func start() {
    sickDays = 0
    postDays = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    settle(at: month.end)
    // With nobody in post what is left of both is rounding.
    let isStaffed = postDays > 1e-9
    readings.set(rate, month.index, isStaffed ? sickDays : 0, over: isStaffed ? postDays : 0)
    readings.set(lost, month.index, sickDays * 253 / 365.25)
    readings.set(away, month.index, sick + onLeave)
    start()
  }
}
