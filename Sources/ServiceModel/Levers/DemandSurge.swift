public import Parameters

/// A shock: more referrals.
public struct DemandSurge: DatedLever {
  static let title = "Demand surge"
  public var dates = LeverDates()
  public var referralsRatio = 1.0

  public init() {}

  public static let table: [Parameter<DemandSurge>] =
    ofDates
    + [
      Parameter(
        "referralsRatio", \.referralsRatio, .ratio, 0...20, .modelChoice,
        "Rate of referrals over that without.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.referrals, referralsRatio)] }
}
