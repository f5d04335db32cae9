public import Parameters

/// What goes with being looked after: proceedings, returns to care, and leaving care.
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
        "Share of children entering care through a referral who become subject to care proceedings; they stay in care until these end."
      ),
      Parameter(
        "returnShare", \.returnShare, .share, 0...1, .modelChoice,
        "Share of children returned home who later come back into care, unless they turn 18 first."),
      Parameter(
        "leaverUntil", \.leaverUntil, .years, 18...30, .modelChoice,
        "Age at which support for a care leaver ends."),
      Parameter(
        "extendedShare", \.extendedShare, .share, 0...1, .modelChoice,
        "Share of care leavers whose support continues to the later age."),
      Parameter(
        "extendedUntil", \.extendedUntil, .years, 18...30, .modelChoice,
        "The later age, at which extended support ends."),
    ] + DurationParameters.table.lifted(to: \.proceedings, under: "proceedings", about: "Care proceedings")
    + DurationParameters.table.lifted(
      to: \.returnInterval, under: "returnInterval",
      about: "Time from returning home to coming back into care")

  func contradictions() -> [Contradiction] {
    proceedings.contradictions(at: "care.proceedings")
      + returnInterval.contradictions(at: "care.returnInterval")
  }
}
