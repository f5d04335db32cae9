import Foundation
import Parameters
import ServiceModel

/// At what ages children come into care: the base's children come at the ages of one council.
extension CouncilScenario {
  /// How much likelier care is at each age than in the base, such that as many come of each age as published, and so many in
  /// all as are expected: the shares of all ages alone do not tell, since the ages of those who are referred are not the base's.
  mutating func addEntryAges(_ flows: CouncilFlows) {
    guard let published = publishedEntryAges(flows.published.entries) else { return }
    var service = pathway(flows)
    let wanted = CouncilAssumption.withoutWaits.value * flows.solved.entriesFromPathway
    let scale = wanted / max(published.counts.reduce(0, +), 1e-9)
    for _ in 0..<Self.rounds {
      let entries = service.expectedAges().entries
      for band in AgeBand.allCases where entries[band.index] > 0 {
        let wanted = scale * published.counts[band.index] / entries[band.index]
        service.pathway.careEntryRatio[band] = min(
          max(service.pathway.careEntryRatio[band] * wanted, Self.likely.lowerBound), Self.likely.upperBound)
      }
    }
    for band in AgeBand.allCases {
      let ratio = service.pathway.careEntryRatio[band]
      let bound =
        ratio == Self.likely.lowerBound || ratio == Self.likely.upperBound
        ? "; the limit of what is held possible, so that fewer or more come at this age than published" : ""
      add(
        "pathway.careEntryRatio.\(band.name)", ratio, .derived("\(published.source.reference)\(bound)"))
    }
    add("care.atBirthShare", CouncilAssumption.atBirth.value, CouncilAssumption.atBirth.source)
    for band in AgeBand.allCases {
      if let step = CouncilAssumption.entryStep(band) {
        add("pathway.careEntryStep.\(band.name)", step.value, step.source)
      }
      let stay = CouncilAssumption.stay(band)
      add("pathway.lookedAfter.ageRatio.\(band.name)", stay.value, stay.source)
    }
    addShares(
      "opening.otherAges", AgeBand.allCases.map(\.name), service.expectedAges().open,
      .derived("the steady state of the pathway, from the ages of referred children"))
  }

  /// The base with stays that go with the ages at which children come.
  func agedBase(_ published: ReferralFlows.Published) -> ServiceParameters {
    var service = base
    guard publishedEntryAges(published.entries) != nil else { return service }
    service.care.atBirthShare = CouncilAssumption.atBirth.value
    for band in AgeBand.allCases {
      service.pathway.careEntryStep[band] = CouncilAssumption.entryStep(band)?.value ?? 1
      service.pathway.stages[.lookedAfter].ageRatio[band] = CouncilAssumption.stay(band).value
    }
    return service
  }

  private static let rounds = 12
  /// No age is likelier than this, relative to the base.
  private static let likely = 0.05...10.0

  /// Children who come from the pathway in a year, by age: as published, less those who come without a referral.
  func publishedEntryAges(_ entries: Double) -> (counts: [Double], source: Source)? {
    let isLanding = arrivals.source != nil
    let told = AgeBand.allCases.compactMap { band in
      let name = "cla_started/age=\(Self.column(band))"
      return isLanding ? figures.stock(name, year) : figures.flow(name, year)
    }
    guard told.count == AgeBand.allCases.count else { return nil }
    let sum = told.reduce(0) { $0 + $1.value }
    guard sum > 0 else { return nil }
    let direct = [
      (arrivals.perYear, arrivals.ages), (remandsPerYear, base.demand.direct[.remand].ages),
    ]
    let counts = AgeBand.allCases.map { band in
      let all = entries * told[band.index].value / sum
      let others = direct.reduce(all) { $0 - $1.0 * $1.1[band.index] }
      // Those who land have been told by the others, who are as many as elsewhere.
      return isLanding ? max(others, 1) : max(others, Self.leastOfPathway * all)
    }
    return (counts, .derived("entries by age: \(told[0].source.reference), and so for the other ages"))
  }

  /// Of those who enter care at an age, the least share who come after a referral.
  private static let leastOfPathway = 0.2

  /// As the columns of the national table call an age.
  static func column(_ band: AgeBand) -> String {
    switch band {
    case .under1: "under1"
    case .age1to4: "1to4"
    case .age5to9: "5to9"
    case .age10to15: "10to15"
    case .age16plus: "16plus"
    }
  }

  /// The base with the council's flows on its pathway.
  private func pathway(_ flows: CouncilFlows) -> ServiceParameters {
    let solved = flows.solved
    var service = agedBase(flows.published)
    service.demand.referralsPerYear = solved.referralsPerYear
    service.pathway.stages[.frontDoor].exits = Keyed(repeating: 0)
    service.pathway.stages[.frontDoor].exits[.noFurtherAction] = flows.published.noActionShare
    service.pathway.stages[.frontDoor].exits[.assessment] = 1 - flows.published.noActionShare
    service.pathway.stages[.assessment].exits = solved.assessmentExits
    service.pathway.stages[.section47].exits = solved.enquiryExits
    service.pathway.stages[.initialConference].exits = solved.conferenceExits
    service.pathway.stages[.childInNeed].exits = solved.needExits
    service.pathway.stages[.childProtectionPlan].exits = solved.planExits
    service.pathway.stages[.childInNeed].duration.mean = needDays(flows)
    service.pathway.stages[.childProtectionPlan].duration.mean = planDays(flows)
    for stage in Self.sudden { service.pathway.stages[stage].emergencyEntryPerYear *= solved.careRatio }
    return service
  }

  /// Stages from which children come into care in an emergency.
  static let sudden = [Stage.assessment, .childInNeed, .childProtectionPlan]

  /// Days for which a child is in need, and for which a plan lasts, within what is possible.
  func needDays(_ flows: CouncilFlows) -> Double { min(max(flows.solved.needDays, 20), 1500) }
  func planDays(_ flows: CouncilFlows) -> Double {
    min(max(expectedPlanDays ?? flows.solved.planDays, 60), 1200)
  }
}
