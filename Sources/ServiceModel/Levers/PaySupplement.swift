public import Parameters

/// A supplement to the salaries of those who hold cases.
public struct PaySupplement: DatedLever {
  public static let title = "Pay supplement"
  public var dates = LeverDates()
  public var share = 0.0

  public init() {}

  public static let own: [Parameter<PaySupplement>] = [
    Parameter(
      "share", \.share, .share, 0...1, .modelChoice,
      "Supplement as a share of salary.")
  ]

  public var doesMore: Bool { share > 0 }

  public var effects: [(influence: Influence, ratio: Double)] { [(.pay, 1 + share)] }
}
