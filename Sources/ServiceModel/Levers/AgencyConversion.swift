public import Parameters

/// Agency staff won over to permanent posts.
public struct AgencyConversion: DatedLever {
  static let title = "Agency conversion"
  public var dates = LeverDates()
  public var conversionRatio = 1.0

  public init() {}

  public static let table: [Parameter<AgencyConversion>] =
    ofDates
    + [
      Parameter(
        "conversionRatio", \.conversionRatio, .ratio, 0...100, .modelChoice,
        "Share of assignments that end in a permanent post over that without, 1 at most.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.conversion, conversionRatio)] }
}
