/// More places in early help, and more families who are led there.
package struct EarlyHelpExpansion: DatedLever {
  package static let title = "Early-help expansion"
  package var dates = LeverDates()
  package var placesRatio = 1.0
  package var uptakeRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio("placesRatio", \.placesRatio, .earlyHelpPlaces, 0...20, "the places in early help"),
    LeverRatio("uptakeRatio", \.uptakeRatio, .earlyHelpUptake, 0...20, "the weight of exits to early help"),
  ]
}
