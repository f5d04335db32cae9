public import Parameters

/// A supplement to the salaries of those who hold cases.
public struct PaySupplement: DatedLever {
  static let title = "Pay supplement"
  public var dates = LeverDates()
  public var share = 0.0

  public init() {}

  public static let table: [Parameter<PaySupplement>] =
    ofDates
    + [
      Parameter(
        "share", \.share, .share, 0...1, .modelChoice,
        "Supplement over salary.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.pay, 1 + share)] }

  var doesMore: Bool { share > 0 }
}
