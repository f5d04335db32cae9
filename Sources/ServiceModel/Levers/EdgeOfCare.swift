public import Parameters

/// A service for families on the edge of care.
public struct EdgeOfCare: DatedLever {
  static let title = "Edge-of-care service"
  public var dates = LeverDates()
  public var careEntryRatio = 1.0

  public init() {}

  public static let table: [Parameter<EdgeOfCare>] =
    ofDates
    + [
      Parameter(
        "careEntryRatio", \.careEntryRatio, .ratio, 0...20, .modelChoice,
        "Weight of leaving a stage for care, and rate of emergencies, over those without.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.careEntry, careEntryRatio)] }
}
