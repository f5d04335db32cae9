import Foundation
import Parameters
import ServiceModel

/// Entries to care and the mean stay in it, such that entries, exits and the growth of the number looked after agree.
struct SolvedCare {
  /// Children who begin to be looked after in the first year.
  let entries: Double
  /// Days of a stay on average, before the eighteenth birthday ends it.
  let meanStay: Double
  /// What the first year's exits before 18 rest on.
  let exits: Source
}

/// How long children stay in care: as long as makes the first year's exits those that the published figures lead to expect.
///
/// Three things tell of them: the exits of earlier years for each child looked after, the entries, and the growth of the
/// number looked after, which is what is left of entries. They are brought to agree by how uncertain each is.
extension CouncilScenario {
  func care(_ published: ReferralFlows.Published) -> SolvedCare {
    let told = exitsBefore18(published)
    var service = base
    service.run.starts = start
    service.demand.direct[.unaccompanied].perYear = unaccompaniedPerYear
    service.demand.direct[.unaccompanied].from = start
    service.demand.direct[.remand].perYear = remandsPerYear
    service.opening.children[.lookedAfter] = max(Int(published.lookedAfter.rounded()), 1)
    if let ages = publishedAges {
      let sum = max(ages.reduce(0) { $0 + $1.value }, 1e-9)
      for (band, told) in zip(AgeBand.allCases, ages) {
        service.opening.lookedAfterAges[band] = told.value / sum
      }
    }
    var (low, high) = (Self.stays.lowerBound, Self.stays.upperBound)
    var entries = published.entries
    for _ in 0..<Self.halvings {
      let middle = (low * high).squareRoot()
      service.pathway.stages[.lookedAfter].duration.mean = middle
      let ends = service.expectedCareEnds(entries: entries)
      var wanted = told.part.value
      if let growth = expectedGrowth(published.lookedAfter) {
        let all = CareBalance.Part(value: wanted + ends.at18, variance: told.part.variance)
        let balance = CareBalance(entries: expectedEntries(published), exits: all, growth: growth)
        entries = max(balance.agreedEntries, 0.1 * published.entries)
        wanted = max(balance.agreedExits - ends.at18, 0.1 * wanted)
      }
      if ends.before18 > wanted { low = middle } else { high = middle }
    }
    return SolvedCare(entries: entries, meanStay: (low * high).squareRoot(), exits: told.source)
  }

  mutating func addStay(_ care: SolvedCare) {
    let grown =
      careGrowth.map {
        ", brought to agree with entries and with a growth of \(Self.percent(exp($0.middle) - 1)) that other councils' years lead to expect"
      } ?? ""
    add(
      "pathway.lookedAfter.duration.mean", care.meanStay,
      .derived("such that as many cease before 18 in the first year as \(care.exits.reference)\(grown)"),
      as: "children_looked_after", over: "cla_ceased")
  }

  /// Mean stays that a council may have, days.
  private static let stays = 200.0...9000
  private static let halvings = 24

  /// The growth of the number looked after in the coming year, as other councils' years lead to expect it, children.
  private func expectedGrowth(_ lookedAfter: Double) -> CareBalance.Part? {
    careGrowth.map { law in
      let deviation = lookedAfter * exp(law.middle) * law.deviation
      return CareBalance.Part(value: lookedAfter * (exp(law.middle) - 1), variance: deviation * deviation)
    }
  }

  private func expectedEntries(_ published: ReferralFlows.Published) -> CareBalance.Part {
    let parts = [DriftPrior.Driver.careEntryUnder16, .careEntry16plus].map { driver in
      coming(driver, (expected(driver) ?? 0) * population)
    }
    return CareBalance.Part(value: published.entries, variance: parts.reduce(0) { $0 + $1.variance })
  }

  /// A number that moves with something that drifts, as it will be in the coming year: what the council's own years leave open
  /// of its level, a year's surprise, and chance.
  private func coming(_ driver: DriftPrior.Driver, _ value: Double) -> CareBalance.Part {
    guard let reading = state?[driver], let law = prior?.drivers[driver]?.law else {
      return CareBalance.Part(value: value, variance: value)
    }
    let relative = reading.sd * reading.sd + law.innovation * law.innovation
    return CareBalance.Part(value: value, variance: value * value * relative + law.noise * value)
  }

  /// Children expected to cease in the coming year before they turn 18.
  private func exitsBefore18(
    _ published: ReferralFlows.Published
  ) -> (part: CareBalance.Part, source: Source) {
    if let younger = expected(.careExitUnder16), let older = expected(.careExit16plus),
      let youngerIn = expected(.careEntryUnder16), let olderIn = expected(.careEntry16plus),
      let ages = publishedAges
    {
      let sum = max(ages.reduce(0) { $0 + $1.value }, 1e-9)
      let share = (ages.last?.value ?? 0) / sum
      let one = younger * (published.lookedAfter * (1 - share) + youngerIn * population / 2)
      let two = older * (published.lookedAfter * share + olderIn * population / 2)
      let variance = coming(.careExitUnder16, one).variance + coming(.careExit16plus, two).variance
      return (
        CareBalance.Part(value: one + two, variance: variance),
        .derived(levelWords("exits for each child looked after, by age", .careExitUnder16))
      )
    }
    let adults =
      figures.flow("cla_ceased/age=18plus", year)?.value
      ?? CouncilAssumption.adultShare.value * published.ceased
    let usual = figures.flow("children_looked_after", year)?.value ?? published.lookedAfter
    let others = max(published.ceased - adults, 0.2 * published.ceased)
    let source = figures.flow("cla_ceased", year)?.source.reference ?? "cla_ceased"
    let exits = others * published.lookedAfter / max(usual, 1)
    return (
      CareBalance.Part(value: exits, variance: exits), .derived("\(source), for each child looked after")
    )
  }
}
