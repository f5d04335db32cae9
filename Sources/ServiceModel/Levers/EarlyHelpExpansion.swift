/// More places in early help, and more families who are led there.
package struct EarlyHelpExpansion: DatedLever {
  package static let title = "Early-help expansion"
  package var dates = LeverDates()
  package var placesRatio = 1.0
  package var uptakeRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "placesRatio", \.placesRatio, .earlyHelpPlaces, 0...20,
      "Multiplier for the places in early help; 1 means no change."),
    LeverRatio(
      "uptakeRatio", \.uptakeRatio, .earlyHelpUptake, 0...20,
      "Multiplier for the weight of exits to early help; 1 means no change."),
  ]
}
