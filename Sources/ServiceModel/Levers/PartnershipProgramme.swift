public import Parameters

/// A programme that wins partners over.
public struct PartnershipProgramme: DatedLever {
  static let title = "Partnership programme"
  public var dates = LeverDates()
  public var engagementRatio = 1.0

  public init() {}

  public static let table: [Parameter<PartnershipProgramme>] =
    ofDates
    + [
      Parameter(
        "engagementRatio", \.engagementRatio, .ratio, 0.01...100, .modelChoice,
        "Rates at which partners become more engaged, and one over those at which they become less, over those without."
      )
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.engagement, engagementRatio)] }
}
