package import Parameters

/// A shock: neighbouring councils pay more.
package struct PayCompetition: DatedLever {
  package static let title = "Pay competition next door"
  package var dates = LeverDates()
  package var neighboursPayRatio = 1.0

  package init() {}

  package static let own: [Parameter<PayCompetition>] = [
    Parameter(
      "neighboursPayRatio", \.neighboursPayRatio, .ratio, 0.1...10, .modelChoice,
      "Multiplier for the neighbouring councils' pay; 1 means no change.")
  ]

  package var effects: [(influence: Influence, ratio: Double)] { [(.pay, 1 / neighboursPayRatio)] }
}
