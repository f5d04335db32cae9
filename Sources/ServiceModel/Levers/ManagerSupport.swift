public import Parameters

/// Business support that gives practice managers time.
public struct ManagerSupport: DatedLever {
  static let title = "Support for practice managers"
  public var dates = LeverDates()
  public var hoursRatio = 1.0

  public init() {}

  public static let table: [Parameter<ManagerSupport>] =
    ofDates
    + [
      Parameter(
        "hoursRatio", \.hoursRatio, .ratio, 0.01...20, .modelChoice,
        "Hours of a practice manager a week over those without.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.managerHours, hoursRatio)] }
}
