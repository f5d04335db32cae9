public import Parameters

/// Less use of agency staff, or a lower price, by policy.
public struct AgencyLimit: DatedLever {
  static let title = "Limit on agency staff"
  public var dates = LeverDates()
  public var capRatio = 1.0
  public var demandRatio = 1.0
  public var priceRatio = 1.0

  public init() {}

  public static let table: [Parameter<AgencyLimit>] =
    ofDates
    + [
      Parameter(
        "capRatio", \.capRatio, .ratio, 0...20, .modelChoice,
        "Cap on agency staff over the cap without."),
      Parameter(
        "demandRatio", \.demandRatio, .ratio, 0...20, .modelChoice,
        "Chance that an agency is asked over that without."),
      Parameter(
        "priceRatio", \.priceRatio, .ratio, 0...20, .modelChoice,
        "Weekly price over that without."),
    ]

  var effects: [(influence: Influence, ratio: Double)] {
    [(.agencyCap, capRatio), (.agencyDemand, demandRatio), (.agencyPrice, priceRatio)]
  }
}
