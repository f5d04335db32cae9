public import Parameters

/// The notice to improve: in force until its conditions have held at a number of consecutive reviews.
public struct NoticeParameters: ParameterGroup {
  public var inForceAtStart = false
  public var followsInadequate = false
  public var reviewEveryDays = 182.0
  public var reviewsNeeded = 2
  public var vacancyRateAtMost = 1.0
  public var unallocatedShareAtMost = 1.0
  public var overNormShareAtMost = 1.0
  public var deliveredShareAtLeast = 0.0
  public var leavingHazardRatio = 1.0
  public var applicantsRatio = 1.0

  public init() {}

  /// Whether there can be a notice that has an effect.
  var movesAnything: Bool {
    (inForceAtStart || followsInadequate) && (leavingHazardRatio != 1 || applicantsRatio != 1)
  }

  public static let table: [Parameter<NoticeParameters>] = [
    Parameter("inForceAtStart", \.inForceAtStart, .modelChoice, "Whether a notice is in force at the start."),
    Parameter(
      "followsInadequate", \.followsInadequate, .modelChoice,
      "Whether an inadequate judgement brings a notice."),
    Parameter(
      "reviewEveryDays", \.reviewEveryDays, .days, 1...3650, .modelChoice,
      "Time from the notice to its first review, and from one review to the next."),
    Parameter(
      "reviewsNeeded", \.reviewsNeeded, .count, 1...100, .modelChoice,
      "Consecutive reviews at which all conditions must hold before the notice is lifted."),
    Parameter(
      "vacancyRateAtMost", \.vacancyRateAtMost, .share, 0...1, .modelChoice,
      "Condition: highest vacancy rate, in FTE, of posts that hold cases."),
    Parameter(
      "unallocatedShareAtMost", \.unallocatedShareAtMost, .share, 0...1, .modelChoice,
      "Condition: highest share of the teams' children who are without a worker."),
    Parameter(
      "overNormShareAtMost", \.overNormShareAtMost, .share, 0...1, .modelChoice,
      "Condition: highest share of workers who can hold cases whose weighted load is over the norm."),
    Parameter(
      "deliveredShareAtLeast", \.deliveredShareAtLeast, .share, 0...1, .modelChoice,
      "Condition: lowest share of the improvement plan's actions delivered, which counts as 0 if there is no plan."
    ),
    Parameter(
      "leavingHazardRatio", \.leavingHazardRatio, .ratio, 0...20, .modelChoice,
      "Multiplier for the hazard of leaving while the notice is in force."
    ).usually(0.5...3),
    Parameter(
      "applicantsRatio", \.applicantsRatio, .ratio, 0...20, .modelChoice,
      "Multiplier for the number of applicants in each round while the notice is in force."),
  ]
}
