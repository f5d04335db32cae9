/// A service for families on the edge of care.
package struct EdgeOfCare: DatedLever {
  package static let title = "Edge-of-care service"
  package var dates = LeverDates()
  package var careEntryRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "careEntryRatio", \.careEntryRatio, .careEntry, 0...20,
      "the weight of exits to care and the rate of emergency entries")
  ]
}
