public import Parameters

/// More hours for the actions of the improvement plan.
public struct PlanResourcing: DatedLever {
  static let title = "Resources for the improvement plan"
  public var dates = LeverDates()
  public var hoursRatio = 1.0

  public init() {}

  public static let table: [Parameter<PlanResourcing>] =
    ofDates
    + [
      Parameter(
        "hoursRatio", \.hoursRatio, .ratio, 0.01...100, .modelChoice,
        "Hours that go into the plan over those without.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.planHours, hoursRatio)] }
}
