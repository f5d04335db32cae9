import Foundation
import Parameters
import ServiceModel

/// How long children stay in care: as long as makes the first year's exits those that the published figures lead to expect.
///
/// Two things tell of them: the exits of earlier years for each child looked after, and the growth of the number looked after,
/// which is what is left of entries. A small error of the first, and one of entries, is a large one of the growth; so the growth
/// decides, as far as the exits then are not far from what they were.
extension CouncilScenario {
  mutating func addStay(
    _ flows: (published: ReferralFlows.Published, solved: ReferralFlows, sources: [String: Source])
  ) {
    let told = exitsBefore18(flows.published)
    let growth = careGrowth ?? 0
    let left = flows.published.entries - flows.published.lookedAfter * (exp(growth) - 1)
    let likely = told.value * Self.likely.lowerBound...told.value * Self.likely.upperBound
    var service = base
    service.run.starts = start
    service.demand.referralsPerYear = flows.solved.referralsPerYear
    service.demand.direct[.unaccompanied].perYear = unaccompaniedPerYear
    service.demand.direct[.unaccompanied].from = start
    service.demand.direct[.remand].perYear = remandsPerYear
    service.pathway.stages[.assessment].exits = flows.solved.assessmentExits
    service.pathway.stages[.section47].exits = flows.solved.enquiryExits
    service.pathway.stages[.initialConference].exits = flows.solved.conferenceExits
    service.pathway.stages[.childInNeed].exits = flows.solved.needExits
    service.pathway.stages[.childProtectionPlan].exits = flows.solved.planExits
    service.opening.children[.lookedAfter] = max(Int(flows.published.lookedAfter.rounded()), 1)
    if let ages = publishedAges {
      let sum = max(ages.reduce(0) { $0 + $1.value }, 1e-9)
      for (band, told) in zip(AgeBand.allCases, ages) {
        service.opening.lookedAfterAges[band] = told.value / sum
      }
    }
    var (low, high) = (Self.stays.lowerBound, Self.stays.upperBound)
    for _ in 0..<Self.halvings {
      let middle = (low * high).squareRoot()
      service.pathway.stages[.lookedAfter].duration.mean = middle
      let ends = service.expectedCareEnds(entries: flows.published.entries)
      let wanted =
        careGrowth == nil ? told.value : min(max(left - ends.at18, likely.lowerBound), likely.upperBound)
      if ends.before18 > wanted { low = middle } else { high = middle }
    }
    let grown =
      careGrowth == nil
      ? ""
      : ", and such that children looked after grow by \(Self.percent(growth)) as other councils' years say"
    add(
      "pathway.lookedAfter.duration.mean", (low * high).squareRoot(),
      .derived("such that as many cease before 18 in the first year as \(told.source.reference)\(grown)"),
      as: "children_looked_after", over: "cla_ceased")
  }

  /// Mean stays that a council may have, days.
  private static let stays = 200.0...9000
  private static let halvings = 24
  /// How far the exits of the first year may be from what those of earlier years lead to expect.
  private static let likely = 0.7...1.3

  /// Children expected to cease in the coming year before they turn 18.
  private func exitsBefore18(_ published: ReferralFlows.Published) -> Told {
    if let younger = expected(.careExitUnder16), let older = expected(.careExit16plus),
      let youngerIn = expected(.careEntryUnder16), let olderIn = expected(.careEntry16plus),
      let ages = publishedAges
    {
      let sum = max(ages.reduce(0) { $0 + $1.value }, 1e-9)
      let share = (ages.last?.value ?? 0) / sum
      let one = younger * (published.lookedAfter * (1 - share) + youngerIn * population / 2)
      let two = older * (published.lookedAfter * share + olderIn * population / 2)
      return Told(
        one + two, .derived(levelWords("exits for each child looked after, by age", .careExitUnder16)))
    }
    let adults =
      figures.flow("cla_ceased/age=18plus", year)?.value
      ?? CouncilAssumption.adultShare.value * published.ceased
    let usual = figures.flow("children_looked_after", year)?.value ?? published.lookedAfter
    let others = max(published.ceased - adults, 0.2 * published.ceased)
    let source = figures.flow("cla_ceased", year)?.source.reference ?? "cla_ceased"
    return Told(
      others * published.lookedAfter / max(usual, 1), .derived("\(source), for each child looked after"))
  }
}
