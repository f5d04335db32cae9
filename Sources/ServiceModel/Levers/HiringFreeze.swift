public import Parameters

/// A shock: while it lasts nobody gets permission to fill a post. Searches that have it go on.
public struct HiringFreeze: DatedLever {
  static let title = "Hiring freeze"
  public var dates = LeverDates()
  public var isInForce = false

  public init() {}

  public static let table: [Parameter<HiringFreeze>] =
    ofDates
    + [Parameter("isInForce", \.isInForce, .modelChoice, "Whether there is a freeze between the dates.")]

  var effects: [(influence: Influence, ratio: Double)] { [] }
  var doesMore: Bool { isInForce }
}
