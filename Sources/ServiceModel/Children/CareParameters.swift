public import Parameters

/// What belongs to being looked after: proceedings, coming back, and leaving care.
public struct CareParameters: ParameterGroup {
  public var orderShare = 0.0
  public var proceedings = DurationParameters(.constant, mean: 182)
  public var returnShare = 0.0
  public var returnInterval = DurationParameters(.exponential, mean: 365)
  public var leaverUntil = 21.0
  public var extendedShare = 0.0
  public var extendedUntil = 25.0

  public init() {}

  public static let table: [Parameter<CareParameters>] =
    [
      Parameter(
        "orderShare", \.orderShare, .share, 0...1, .modelChoice,
        "Share of children entering care by a referral for whom proceedings are begun; they do not leave before these end."
      ),
      Parameter(
        "returnShare", \.returnShare, .share, 0...1, .modelChoice,
        "Share of children returned home who come back into care later, unless they turn 18 first."),
      Parameter(
        "leaverUntil", \.leaverUntil, .years, 18...30, .modelChoice,
        "Age at which support to a care leaver ends."),
      Parameter(
        "extendedShare", \.extendedShare, .share, 0...1, .modelChoice,
        "Share of care leavers whose support goes on to the later age."),
      Parameter(
        "extendedUntil", \.extendedUntil, .years, 18...30, .modelChoice,
        "The later age at which support ends."),
    ] + DurationParameters.table.lifted(to: \.proceedings, under: "proceedings", about: "Care proceedings")
    + DurationParameters.table.lifted(
      to: \.returnInterval, under: "returnInterval",
      about: "Time from returning home to coming back into care")

  func contradictions() -> [Contradiction] {
    proceedings.contradictions(at: "care.proceedings")
      + returnInterval.contradictions(at: "care.returnInterval")
  }
}
