/// Business support that gives practice managers time.
package struct ManagerSupport: DatedLever {
  package static let title = "Support for practice managers"
  package var dates = LeverDates()
  package var hoursRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio("hoursRatio", \.hoursRatio, .managerHours, 0.01...20, "a practice manager's weekly hours")
  ]
}
