import DiscreteEvents
import Parameters

/// Working days lost to sickness over working days of those in post (253 a year, the Department for Education's
/// definition, which leaves maternity, paternity and adoption leave out), and who is away at the month end.
struct AbsenceMeasure: Measure {
  static let subject = Series.Subject.staff
  private var inPost = Flat<Role, ExactAmount>()
  private var sick = Flat<Role, ExactAmount>()
  private var onLeave = ExactAmount.zero
  private var sickDays = Flat<Role, Double>()
  private var postDays = Flat<Role, Double>()
  private var lastChange = 0.0

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .workerStarted(_, let placing, _): inPostChanges(placing, by: placing.fte, at: time)
    case .workerLeft(_, let placing, _, _): inPostChanges(placing, by: -placing.fte, at: time)
    case .workerPromoted(_, let from, let to):
      inPostChanges(from, by: -from.fte, at: time)
      inPostChanges(to, by: to.fte, at: time)
    case .absenceBegan(_, let placing, let kind): change(placing, kind, by: placing.fte, at: time)
    case .absenceEnded(_, let placing, let kind): change(placing, kind, by: -placing.fte, at: time)
    default: break
    }
  }

  private mutating func inPostChanges(_ placing: Placing, by fte: Double, at time: SimulatedTime) {
    settle(at: time)
    inPost[placing.role] += fte
  }

  private mutating func change(
    _ placing: Placing, _ kind: AbsenceKind, by fte: Double, at time: SimulatedTime
  ) {
    settle(at: time)
    if kind == .family { onLeave += fte } else { sick[placing.role] += fte }
  }

  private mutating func settle(at time: SimulatedTime) {
    let days = time.days - lastChange
    for role in Role.allCases {
      sickDays[role] += sick[role].value * days
      postDays[role] += inPost[role].value * days
    }
    lastChange = time.days
  }

  mutating func settle(_ month: Month) { settle(at: month.end) }

  mutating func report(_ r: inout Report) {
    r.rate(
      Series.absence, .share, sickDays.sum, over: postDays.sum,
      "Time lost to sickness as a share of the time of those in post: the Department's definition, which "
        + "excludes maternity, paternity and adoption leave; also by role.",
      .less.workforceYear.indicator(11))
    r.parts(Series.absence, by: Role.self) { (sickDays[$0], over: postDays[$0]) }
    r.flow(
      "working_days_lost_fte", "FTE days", sickDays.sum * 253 / 365.25,
      "Working days lost to sickness, at 253 a year per FTE.", .less.workforceYear)
    r.stock(
      "away_fte", .fte, (sick.sum + onLeave).value, "FTE away at the month end, including family leave.",
      .less.workforceYear)
    r.forget(&sickDays)
    r.forget(&postDays)
  }
}
