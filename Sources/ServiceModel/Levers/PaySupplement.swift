package import Parameters

/// A supplement to the salaries of those who hold cases.
package struct PaySupplement: DatedLever {
  package static let title = "Pay supplement"
  package var dates = LeverDates()
  package var share = 0.0

  package init() {}

  package static let own: [Parameter<PaySupplement>] = [
    Parameter(
      "share", \.share, .share, 0...1, .modelChoice,
      "Supplement as a share of salary.")
  ]

  package var doesMore: Bool { share > 0 }

  package var effects: [(influence: Influence, ratio: Double)] { [(.pay, 1 + share)] }
}
