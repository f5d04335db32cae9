/// Business support that frees practice managers' time.
public struct ManagerSupport: DatedLever {
  public static let title = "Support for practice managers"
  public var dates = LeverDates()
  public var hoursRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio("hoursRatio", \.hoursRatio, .managerHours, 0.01...20, "a practice manager's weekly hours")
  ]
}
