public import Parameters

/// What practice managers do with their time: sign-off, interviews, supervision, and improvement with the rest.
///
/// How long a sign-off takes is set for each stage (`pathway.<stage>.signOffHours`).
public struct ManagerParameters: ParameterGroup {
  public var hoursPerWeek = 37.0
  public var signOffCv = 0.0
  public var interviewHours = 0.0
  public var supervisionHours = 0.0
  public var supervisionEveryDays = [7.0, 14, 30.4375]
  public var supervisionUntilDays = [42.0, 224.625]

  public init() {}

  public static let table: [Parameter<ManagerParameters>] = [
    Parameter(
      "hoursPerWeek", \.hoursPerWeek, Unit("hours per week"), 0.01...168, .modelChoice,
      "Time that one FTE practice manager has for sign-off, interviews, supervision and improvement, spread evenly over the week."
    ),
    Parameter(
      "signOffCv", \.signOffCv, .ratio, 0...5, .modelChoice,
      "Standard deviation of the time a sign-off takes, relative to its mean (gamma distribution); 0 means always the same."
    ),
    Parameter(
      "interviewHours", \.interviewHours, Unit("hours"), 0...500, .modelChoice,
      "Time that shortlisting and interviews for one recruitment round take from the pod's practice manager; 0 switches the effect off."
    ),
    Parameter(
      "supervisionHours", \.supervisionHours, Unit("hours"), 0...40, .modelChoice,
      "Length of one supervision session with one worker, including notes; 0 switches supervision off."),
    Parameter(
      "supervisionEveryDays", \.supervisionEveryDays, .days, 1...3650,
      .notEmpty.asLong(as: "supervisionUntilDays", plus: 1), .modelChoice,
      "Time from one supervision session to the next in each period of a worker's service; one figure more than supervisionUntilDays has."
    ),
    Parameter(
      "supervisionUntilDays", \.supervisionUntilDays, .days, 0...36_525, .anyLength.rising, .modelChoice,
      "Length of service at which each period except the last ends, in order."),
  ]

  /// Whether anything takes a manager's time, sign-off apart.
  var isUsed: Bool { interviewHours > 0 || supervisionHours > 0 }

  /// Time to the next supervision of someone with that many days of service.
  func supervisionInterval(afterDays days: Double) -> Double {
    let period = supervisionUntilDays.firstIndex { days < $0 } ?? supervisionUntilDays.count
    return supervisionEveryDays[min(period, supervisionEveryDays.count - 1)]
  }
}
