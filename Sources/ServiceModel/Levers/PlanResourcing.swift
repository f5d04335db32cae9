/// More hours for the actions of the improvement plan.
public struct PlanResourcing: DatedLever {
  public static let title = "Resources for the improvement plan"
  public var dates = LeverDates()
  public var hoursRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio("hoursRatio", \.hoursRatio, .planHours, 0.01...100, "the hours that go into the plan")
  ]
}
