public import Parameters

/// More places in early help, and more families who are led there.
public struct EarlyHelpExpansion: DatedLever {
  static let title = "Early-help expansion"
  public var dates = LeverDates()
  public var placesRatio = 1.0
  public var uptakeRatio = 1.0

  public init() {}

  public static let table: [Parameter<EarlyHelpExpansion>] =
    ofDates
    + [
      Parameter(
        "placesRatio", \.placesRatio, .ratio, 0...20, .modelChoice,
        "Places in early help over those without."),
      Parameter(
        "uptakeRatio", \.uptakeRatio, .ratio, 0...20, .modelChoice,
        "Weight of leaving a stage for early help over that without."),
    ]

  var effects: [(influence: Influence, ratio: Double)] {
    [(.earlyHelpPlaces, placesRatio), (.earlyHelpUptake, uptakeRatio)]
  }
}
