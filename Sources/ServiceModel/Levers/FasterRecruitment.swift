/// Quicker steps from approval to the first day.
package struct FasterRecruitment: DatedLever {
  package static let title = "Faster recruitment"
  package var dates = LeverDates()
  package var stepsRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "stepsRatio", \.stepsRatio, .recruitmentSteps, 0...20,
      "the length of each step that begins while the lever is on")
  ]
}
