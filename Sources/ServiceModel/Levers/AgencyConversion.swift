/// Agency staff won over to permanent posts.
public struct AgencyConversion: DatedLever {
  public static let title = "Agency conversion"
  public var dates = LeverDates()
  public var conversionRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "conversionRatio", \.conversionRatio, .conversion, 0...100,
      "the share of assignments that end in a permanent post")
  ]
}
