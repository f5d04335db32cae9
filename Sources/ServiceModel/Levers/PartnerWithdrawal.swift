/// A shock: partners draw back.
public struct PartnerWithdrawal: DatedLever {
  public static let title = "Partner withdrawal"
  public var dates = LeverDates()
  public var engagementRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "engagementRatio", \.engagementRatio, .engagement, 0.01...100,
      "Rates at which partners become more engaged, and one over those at which they become less, over those without."
    )
  ]
}
