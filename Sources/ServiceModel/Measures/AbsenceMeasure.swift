import DiscreteEvents
import Parameters

/// Working days lost to sickness over working days of those in post (253 a year, the Department for Education's
/// definition, which leaves maternity, paternity and adoption leave out), and who is away at the month end.
struct AbsenceMeasure: Measure {
  static let subject = Series.Subject.staff
  private var inPost = 0.0
  private var sick = 0.0
  private var onLeave = 0.0
  private var sickDays = 0.0
  private var postDays = 0.0
  private var lastChange = 0.0

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .workerStarted(_, let placing, _): inPostChanges(by: placing.fte, at: time)
    case .workerLeft(_, let placing, _, _): inPostChanges(by: -placing.fte, at: time)
    case .workerPromoted(_, let from, let to): inPostChanges(by: to.fte - from.fte, at: time)
    case .absenceBegan(_, let placing, let kind): change(kind, by: placing.fte, at: time)
    case .absenceEnded(_, let placing, let kind): change(kind, by: -placing.fte, at: time)
    default: break
    }
  }

  private mutating func inPostChanges(by fte: Double, at time: SimulatedTime) {
    settle(at: time)
    inPost += fte
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

  mutating func settle(_ month: Month) { settle(at: month.end) }

  mutating func report(_ r: inout Report) {
    // With nobody in post what is left of both is rounding.
    let isStaffed = postDays > 1e-9
    r.rate(
      "absence_rate_fte", .share, isStaffed ? sickDays : 0, over: isStaffed ? postDays : 0,
      "Time lost to sickness as a share of the time of those in post: the Department's definition, which "
        + "excludes maternity, paternity and adoption leave.",
      .less.workforceYear.indicator(11))
    r.flow(
      "working_days_lost_fte", "FTE days", sickDays * 253 / 365.25,
      "Working days lost to sickness, at 253 a year per FTE.", .less.workforceYear)
    r.stock(
      "away_fte", .fte, sick + onLeave, "FTE away at the month end, including family leave.",
      .less.workforceYear)
    r.forget(&sickDays)
    r.forget(&postDays)
  }
}
