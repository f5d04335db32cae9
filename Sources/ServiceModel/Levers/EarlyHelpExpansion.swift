/// More places in early help, and more families who are led there.
public struct EarlyHelpExpansion: DatedLever {
  public static let title = "Early-help expansion"
  public var dates = LeverDates()
  public var placesRatio = 1.0
  public var uptakeRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "placesRatio", \.placesRatio, .earlyHelpPlaces, 0...20,
      "Places in early help over those without."),
    LeverRatio(
      "uptakeRatio", \.uptakeRatio, .earlyHelpUptake, 0...20,
      "Weight of leaving a stage for early help over that without."),
  ]
}
