public import Parameters

/// The notice to improve: in force until its conditions have held at a number of reviews in a row.
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

  /// Whether there can be a notice that does something.
  var movesAnything: Bool {
    (inForceAtStart || followsInadequate) && (leavingHazardRatio != 1 || applicantsRatio != 1)
  }

  public static let table: [Parameter<NoticeParameters>] = [
    Parameter("inForceAtStart", \.inForceAtStart, .modelChoice, "Whether a notice is in force at the start."),
    Parameter(
      "followsInadequate", \.followsInadequate, .modelChoice,
      "Whether the judgement inadequate brings a notice."),
    Parameter(
      "reviewEveryDays", \.reviewEveryDays, .days, 1...3650, .modelChoice,
      "Time from the notice to its first review, and from one review to the next."),
    Parameter(
      "reviewsNeeded", \.reviewsNeeded, .count, 1...100, .modelChoice,
      "Reviews in a row at which all conditions must hold before the notice is lifted."),
    Parameter(
      "vacancyRateAtMost", \.vacancyRateAtMost, .share, 0...1, .modelChoice,
      "Condition: vacant over established FTE of the posts that hold cases."),
    Parameter(
      "unallocatedShareAtMost", \.unallocatedShareAtMost, .share, 0...1, .modelChoice,
      "Condition: children without a worker over all children of the teams."),
    Parameter(
      "overNormShareAtMost", \.overNormShareAtMost, .share, 0...1, .modelChoice,
      "Condition: workers whose weighted load is over the norm, over all who can hold cases."),
    Parameter(
      "deliveredShareAtLeast", \.deliveredShareAtLeast, .share, 0...1, .modelChoice,
      "Condition: share of the actions of the improvement plan that have been delivered; none has where there is no plan."
    ),
    Parameter(
      "leavingHazardRatio", \.leavingHazardRatio, .ratio, 0...20, .modelChoice,
      "Hazard of leaving while the notice is in force over that without."),
    Parameter(
      "applicantsRatio", \.applicantsRatio, .ratio, 0...20, .modelChoice,
      "Applicants to each round while the notice is in force over those without."),
  ]
}
