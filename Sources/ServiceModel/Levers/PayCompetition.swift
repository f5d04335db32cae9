public import Parameters

/// A shock: neighbouring councils pay more.
public struct PayCompetition: DatedLever {
  public static let title = "Pay competition next door"
  public var dates = LeverDates()
  public var neighboursPayRatio = 1.0

  public init() {}

  public static let own: [Parameter<PayCompetition>] = [
    Parameter(
      "neighboursPayRatio", \.neighboursPayRatio, .ratio, 0.1...10, .modelChoice,
      "Multiplier for the neighbouring councils' pay; 1 means no change."
    ).usually(0.7...1.5)
  ]

  public var effects: [LeverEffect] {
    [LeverEffect(.pay, 1 / neighboursPayRatio, by: "neighboursPayRatio")]
  }
}
