public import Dates
public import Parameters

/// When the simulation starts and ends, how often it is repeated, and from which seed.
public struct RunParameters: ParameterGroup {
  /// How months are laid out.
  public enum CalendarKind: String, CaseIterable, Sendable {
    /// The Gregorian calendar with England's bank holidays.
    case england
    /// Twelve equal months of 365.25 / 12 days, every day a working day: for comparison with closed forms.
    case uniform
  }

  public var starts = CivilDate(2015, 4, 1)
  public var ends = CivilDate(2025, 3, 31)
  public var replications = 200
  public var seed = 20_151_124
  public var warmUpMonths = 0
  public var calendar = CalendarKind.england
  public var dataAsOf = CivilDate(2015, 3, 31)

  public init() {}

  public static let table: [Parameter<RunParameters>] = [
    Parameter("starts", \.starts, .modelChoice, "First day simulated; must be the first of a month."),
    Parameter("ends", \.ends, .modelChoice, "Last day simulated; must be the last of a month."),
    Parameter(
      "replications", \.replications, .count, 1...1_000_000, .modelChoice,
      "Number of replications, each one simulated future."),
    Parameter(
      "seed", \.seed, .none, 0...9_007_199_254_740_991, .modelChoice,
      "Seed of the random numbers; the same seed gives exactly the same results."),
    Parameter(
      "warmUpMonths", \.warmUpMonths, .months, 0...1200, .modelChoice,
      "Months at the start that long-run averages leave out; 0 when the start is the observed position."),
    Parameter(
      "calendar", \.calendar, .modelChoice, "England's calendar, or equal months for comparison with theory."),
    Parameter(
      "dataAsOf", \.dataAsOf, .modelChoice,
      "Last day that the newest figure on which the scenario rests describes."),
  ]

  /// Months from start to end, or nil when the dates are not whole months in order.
  var months: Int? {
    let (firstYear, firstMonth, firstDay) = starts.civil
    let after = ends.adding(days: 1)
    let (lastYear, lastMonth, lastDay) = after.civil
    guard firstDay == 1, lastDay == 1, after > starts else { return nil }
    return (lastYear - firstYear) * 12 + lastMonth - firstMonth
  }

  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    if ends < starts {
      found.append(
        Contradiction(
          .error, ["run.ends", "run.starts"], code: "ends-before-start",
          "the run ends on \(ends), before it starts on \(starts)"))
    } else if starts.civil.day != 1 {
      found.append(
        Contradiction(
          .error, ["run.starts"], code: "not-month-start", "the run starts on \(starts), mid-month",
          help: "results are read at month ends: start on the first of a month"))
    } else if ends.adding(days: 1).civil.day != 1 {
      found.append(
        Contradiction(
          .error, ["run.ends"], code: "not-month-end", "the run ends on \(ends), inside a month",
          help: "results are read at month ends: end on the last of a month"))
    } else if let months, months > 2400 {
      found.append(
        Contradiction(
          .error, ["run.ends"], code: "too-long",
          "the run is \(months) months long; at most 2,400 are allowed"))
    } else if let months, warmUpMonths >= months {
      found.append(
        Contradiction(
          .error, ["run.warmUpMonths"], code: "warm-up",
          "the warm-up of \(warmUpMonths) months leaves nothing of a run of \(months) months"))
    }
    return found
  }
}
