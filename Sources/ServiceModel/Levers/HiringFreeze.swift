package import Parameters

/// A shock: while it lasts nobody gets permission to fill a post. Searches that have it go on.
package struct HiringFreeze: DatedLever {
  package static let title = "Hiring freeze"
  package var dates = LeverDates()
  package var isInForce = false

  package init() {}

  package static let own: [Parameter<HiringFreeze>] = [
    Parameter("isInForce", \.isInForce, .modelChoice, "Whether a freeze is in force between the dates.")
  ]

  package var doesMore: Bool { isInForce }
}
