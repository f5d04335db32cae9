/// A shock: partners withdraw.
public struct PartnerWithdrawal: DatedLever {
  public static let title = "Partner withdrawal"
  public var dates = LeverDates()
  public var engagementRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "engagementRatio", \.engagementRatio, .engagement, 0.01...100,
      "the rates at which partners become more engaged, and divisor of the rates at which they become less so"
    )
  ]
}
