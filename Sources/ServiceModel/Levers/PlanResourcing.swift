/// More hours for the actions of the improvement plan.
package struct PlanResourcing: DatedLever {
  package static let title = "Resources for the improvement plan"
  package var dates = LeverDates()
  package var hoursRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio("hoursRatio", \.hoursRatio, .planHours, 0.01...100, "the hours that go into the plan")
  ]
}
