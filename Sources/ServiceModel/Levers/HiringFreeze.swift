public import Parameters

/// A shock: while it lasts, nobody gets permission to fill a post. Searches that already have it continue.
public struct HiringFreeze: DatedLever {
  public static let title = "Hiring freeze"
  public var dates = LeverDates()
  public var isInForce = false

  public init() {}

  public static let own: [Parameter<HiringFreeze>] = [
    Parameter("isInForce", \.isInForce, .modelChoice, "Whether a freeze is in force between the dates.")
  ]

  public var doesMore: Bool { isInForce }
}
