/// Agency staff won over to permanent posts.
package struct AgencyConversion: DatedLever {
  package static let title = "Agency conversion"
  package var dates = LeverDates()
  package var conversionRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "conversionRatio", \.conversionRatio, .conversion, 0...100,
      "the share of assignments that end in a permanent post")
  ]
}
