public import Parameters

/// Work towards special guardianship for children in care.
public struct Permanence: DatedLever {
  public static let title = "Special guardianship drive"
  public var dates = LeverDates()
  public var guardianshipRatio = 1.0
  public var poundsEach = 0.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "guardianshipRatio", \.guardianshipRatio, .permanence, 0...20,
      "the hazard of leaving care by special guardianship, for children already there too")
  ]

  public static let own: [Parameter<Self>] = [
    Parameter(
      "poundsEach", \.poundsEach, .pounds, 0...1_000_000, .modelChoice,
      "Cost of each guardianship that would not have come without it, such as assessment and court fees, at first-year prices."
    ).usually(100...200_000)
  ]
}
