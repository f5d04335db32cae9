public import Dates
public import Parameters

/// When a lever or a shock is on, how it comes and goes, and what it costs.
public struct LeverDates: ParameterGroup {
  public var from = CivilDate(1900, 1, 1)
  public var until = CivilDate(2200, 12, 31)
  public var shape = RampShape.step
  public var riseDays = 365.0
  public var halfLifeDays = 365.0
  public var poundsAtStart = 0.0
  public var poundsPerYear = 0.0

  public init() {}

  public static let table: [Parameter<LeverDates>] = [
    Parameter("from", \.from, .modelChoice, "First day; a day before the run means from the start."),
    Parameter("until", \.until, .modelChoice, "Last day."),
    Parameter("shape", \.shape, .modelChoice, "How the effect builds up and fades."),
    Parameter(
      "riseDays", \.riseDays, .days, 0...36_525, .modelChoice,
      "Time that a linear or front-loaded effect takes to reach its full height."),
    Parameter(
      "halfLifeDays", \.halfLifeDays, .days, 1...36_525, .modelChoice,
      "Time in which a pulse loses half of its effect."),
    Parameter(
      "poundsAtStart", \.poundsAtStart, .pounds, 0...1e9, .modelChoice,
      "One-off cost on the first day, at first-year prices; none if that day is before the run."
    ).usually(1000...50_000_000),
    Parameter(
      "poundsPerYear", \.poundsPerYear, .poundsPerYear, 0...1e9, .modelChoice,
      "Yearly cost from the first day to the last, at first-year prices, paid monthly in advance."
    ).usually(2000...50_000_000),
  ]

  /// The shape on the calendar of a run.
  func ramp(_ calendar: ModelCalendar) -> Ramp {
    let day = { (date: CivilDate) in Double(date.dayNumber - calendar.start.dayNumber) }
    return Ramp(
      shape: shape, from: day(from), until: day(until) + 1, riseDays: riseDays, halfLifeDays: halfLifeDays)
  }

  /// What is paid, and when.
  func charges(_ calendar: ModelCalendar) -> [LeverCharge] {
    let ramp = ramp(calendar)
    var charges: [LeverCharge] = []
    if poundsAtStart > 0, ramp.from >= 0, ramp.from < calendar.end.days {
      charges.append(LeverCharge(day: ramp.from, pounds: poundsAtStart))
    }
    guard poundsPerYear > 0 else { return charges }
    var begin = 0.0
    for end in calendar.monthEnds.map(\.days) {
      let days = min(end, ramp.until) - max(begin, ramp.from)
      if days > 0 {
        charges.append(LeverCharge(day: max(begin, ramp.from), pounds: poundsPerYear * days / 365.25))
      }
      begin = end
    }
    return charges
  }
}

/// Money that a lever costs on a day.
struct LeverCharge: Sendable {
  /// Days after the start.
  let day: Double
  let pounds: Double
}
