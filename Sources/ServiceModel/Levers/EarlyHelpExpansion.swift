/// More places in early help, and more families who go there.
public struct EarlyHelpExpansion: DatedLever {
  public static let title = "Early-help expansion"
  public var dates = LeverDates()
  public var placesRatio = 1.0
  public var uptakeRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio("placesRatio", \.placesRatio, .earlyHelpPlaces, 0...20, "the places in early help"),
    LeverRatio("uptakeRatio", \.uptakeRatio, .earlyHelpUptake, 0...20, "the weight of exits to early help"),
  ]
}
