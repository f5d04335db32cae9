/// A shock: more referrals.
public struct DemandSurge: DatedLever {
  public static let title = "Demand surge"
  public var dates = LeverDates()
  public var referralsRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio("referralsRatio", \.referralsRatio, .referrals, 0...20, "the rate of referrals")
  ]
}
