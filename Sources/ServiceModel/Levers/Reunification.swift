public import Parameters

/// Help for families so that children can return to them from care.
public struct Reunification: DatedLever {
  public static let title = "Reunification service"
  public var dates = LeverDates()
  public var returnRatio = 1.0
  public var poundsEach = 0.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "returnRatio", \.returnRatio, .reunification, 0...20,
      "the hazard of returning home from care, for children already there too")
  ]

  public static let own: [Parameter<Self>] = [
    Parameter(
      "poundsEach", \.poundsEach, .pounds, 0...1_000_000, .modelChoice,
      "Cost of each return that would not have come without it, such as support in the first months, at first-year prices."
    ).usually(100...200_000)
  ]
}
