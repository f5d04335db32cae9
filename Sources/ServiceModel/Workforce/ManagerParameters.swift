public import Parameters

/// What practice managers do with their time: sign-off, interviews, supervision, and improvement with what is left.
///
/// How long a signature takes is said of each stage (`pathway.<stage>.signOffHours`).
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
      "Time that one FTE of a practice manager has for sign-off, interviews, supervision and improvement, spread evenly over the week."
    ),
    Parameter(
      "signOffCv", \.signOffCv, .ratio, 0...5, .modelChoice,
      "Standard deviation over mean of the time that a signature takes, gamma distributed; 0 means always the same."
    ),
    Parameter(
      "interviewHours", \.interviewHours, Unit("hours"), 0...500, .modelChoice,
      "Time of the pod's practice manager that the shortlist and interviews of one round take; 0 switches the effect off."
    ),
    Parameter(
      "supervisionHours", \.supervisionHours, Unit("hours"), 0...40, .modelChoice,
      "Length of one supervision of one worker, notes included; 0 switches supervision off."),
    Parameter(
      "supervisionEveryDays", \.supervisionEveryDays, .days, 1...3650, .modelChoice,
      "Time from one supervision to the next, in each period of a worker's time with the council; one more than the periods' ends."
    ),
    Parameter(
      "supervisionUntilDays", \.supervisionUntilDays, .days, 0...36_525, .modelChoice,
      "Time with the council at which each period but the last ends, in order."),
  ]

  /// Whether anything takes a manager's time, sign-off apart.
  var isUsed: Bool { interviewHours > 0 || supervisionHours > 0 }

  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    if supervisionEveryDays.count != supervisionUntilDays.count + 1 {
      found.append(
        Contradiction(
          .error, ["managers.supervisionEveryDays", "managers.supervisionUntilDays"], code: "list-lengths",
          "there are \(supervisionEveryDays.count) intervals of supervision for \(supervisionUntilDays.count + 1) periods"
        ))
    }
    if zip(supervisionUntilDays, supervisionUntilDays.dropFirst()).contains(where: { $0 >= $1 }) {
      found.append(
        Contradiction(
          .error, ["managers.supervisionUntilDays"], code: "not-in-order",
          "the ends of the periods of supervision do not rise"))
    }
    return found
  }

  /// Time to the next supervision of someone who has been there for so many days.
  func supervisionInterval(afterDays days: Double) -> Double {
    let period = supervisionUntilDays.firstIndex { days < $0 } ?? supervisionUntilDays.count
    return supervisionEveryDays[min(period, supervisionEveryDays.count - 1)]
  }
}
