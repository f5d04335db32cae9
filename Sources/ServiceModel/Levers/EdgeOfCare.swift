/// A service for families on the edge of care.
public struct EdgeOfCare: DatedLever {
  public static let title = "Edge-of-care service"
  public var dates = LeverDates()
  public var careEntryRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "careEntryRatio", \.careEntryRatio, .careEntry, 0...20,
      "the weight of exits to care and the rate of emergency entries")
  ]
}
