public import Parameters

/// A shock: partners draw back.
public struct PartnerWithdrawal: DatedLever {
  static let title = "Partner withdrawal"
  public var dates = LeverDates()
  public var engagementRatio = 1.0

  public init() {}

  public static let table: [Parameter<PartnerWithdrawal>] =
    ofDates
    + [
      Parameter(
        "engagementRatio", \.engagementRatio, .ratio, 0.01...100, .modelChoice,
        "Rates at which partners become more engaged, and one over those at which they become less, over those without."
      )
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.engagement, engagementRatio)] }
}
