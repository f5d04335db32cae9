package import Parameters

/// A shock: practice managers leave on one day, without notice.
package struct ManagerLoss: DatedLever {
  package static let title = "Loss of managers"
  package var dates = LeverDates()
  package var managers = 0

  package init() {}

  package static let own: [Parameter<ManagerLoss>] = [
    Parameter(
      "managers", \.managers, .people, 0...10_000, .modelChoice,
      "How many leave on the first day, spread evenly across those in post.")
  ]

  package var doesMore: Bool { managers > 0 }
}
