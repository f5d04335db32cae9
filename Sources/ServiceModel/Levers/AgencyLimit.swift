/// Less use of agency staff, or a lower price, by policy.
public struct AgencyLimit: DatedLever {
  public static let title = "Limit on agency staff"
  public var dates = LeverDates()
  public var capRatio = 1.0
  public var demandRatio = 1.0
  public var priceRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio("capRatio", \.capRatio, .agencyCap, 0...20, "the cap on agency staff"),
    LeverRatio("demandRatio", \.demandRatio, .agencyDemand, 0...20, "the chance that an agency is asked"),
    LeverRatio("priceRatio", \.priceRatio, .agencyPrice, 0...20, "the weekly price"),
  ]
}
