import Foundation
import Parameters
import ServiceModel

/// Entries to care and the mean stay in it, such that entries, exits and the growth of the number looked after agree.
struct SolvedCare {
  /// Children who begin to be looked after in a year.
  let entries: Double
  /// Days of a stay on average, before the eighteenth birthday ends it.
  let meanStay: Double
  /// What exits before 18 rest on.
  let exits: Source
}

/// How long children stay in care: as long as makes the exits of the first years those that the published figures lead to
/// expect. Years in which entries, exits and growth go on as they are now: of one year alone, the growth would be gone after it.
///
/// Three things tell of them: the exits of earlier years for each child looked after, the entries, and the growth of the
/// number looked after, which is what is left of entries. They are brought to agree (``CareBalance``).
extension CouncilScenario {
  func care(_ published: ReferralFlows.Published) -> SolvedCare {
    let told = exitsBefore18(published)
    var service = agedBase(published)
    service.run.starts = start
    service.demand.direct[.unaccompanied].perYear = arrivals.perYear
    service.demand.direct[.unaccompanied].ages = arrivals.ages
    service.demand.direct[.unaccompanied].stay = unaccompaniedStay
    service.demand.direct[.unaccompanied].from = start
    service.demand.direct[.remand].perYear = remandsPerYear
    service.opening.children[.lookedAfter] = max(Int(published.lookedAfter.rounded()), 1)
    service.opening.unaccompanied = Int(unaccompaniedAtStart.lookedAfter)
    if let ages = publishedAges {
      let sum = max(ages.reduce(0) { $0 + $1.value }, 1e-9)
      for (band, told) in zip(AgeBand.allCases, ages) {
        service.opening.lookedAfterAges[band] = told.value / sum
      }
    }
    let entryAges = publishedEntryAges(published.entries)?.counts
    let span = Double(CareBalance.years)
    var (low, high) = (Self.stays.lowerBound, Self.stays.upperBound)
    var entries = published.entries
    for _ in 0..<Self.halvings {
      let middle = (low * high).squareRoot()
      service.pathway.stages[.lookedAfter].duration.mean = middle
      let ends = service.expectedCareEnds(
        entries: entries, ages: entryAges, years: CareBalance.years)
      var wanted = span * told.value
      if let careGrowth {
        let growth = exp(careGrowth) - 1
        wanted *= 1 + growth / 2
        let balance = CareBalance(
          entries: span * published.entries, exits: wanted + ends.at18,
          growth: published.lookedAfter * growth, unexplained: span * published.lookedAfter * unexplained)
        entries = max(balance.agreedEntries / span, 0.1 * published.entries)
        wanted = max(balance.modelledExits - ends.at18, 0.1 * wanted)
      }
      if ends.before18 > wanted { low = middle } else { high = middle }
    }
    return SolvedCare(entries: entries, meanStay: (low * high).squareRoot(), exits: told.source)
  }

  mutating func addStay(_ care: SolvedCare) {
    let grown =
      careGrowth.map {
        ", brought to agree with entries and with a growth of \(Self.percent(exp($0) - 1)) in \(CareBalance.years) years that other councils' years lead to expect"
      } ?? ""
    add(
      "pathway.lookedAfter.duration.mean", care.meanStay,
      .derived(
        "such that as many cease before 18 in the first \(CareBalance.years) years as \(care.exits.reference)\(grown)"
      ),
      as: "children_looked_after", over: "cla_ceased")
  }

  /// Mean stays that a council may have, days.
  private static let stays = 200.0...9000
  private static let halvings = 24

  /// By what share of itself the number looked after has grown beyond entries less exits, over all councils and three years: a
  /// child may leave and come back in a year, and returns are mended later for the number but not for the flows.
  private var unexplained: Double {
    let names = ["children_looked_after", "cla_started", "cla_ceased"]
    let measures = names.compactMap(NationalMeasure.named)
    guard measures.count == names.count else { return 0 }
    var (rest, sum) = (0.0, 0.0)
    for known in (year - CouncilFigures.span + 1)...year {
      for council in figures.table.real {
        func number(_ place: Int, _ year: Int) -> Double? {
          figures.table.figure(measures[place], council.code, year).value
        }
        guard let now = number(0, known), let before = number(0, known - 1), let entries = number(1, known),
          let exits = number(2, known)
        else { continue }
        rest += now - before - entries + exits
        sum += now
      }
    }
    return sum > 0 ? rest / sum : 0
  }

  /// Children expected to cease in the coming year before they turn 18.
  func exitsBefore18(_ published: ReferralFlows.Published) -> Told {
    if arrivals.source != nil, let all = figures.stock("cla_ceased", year),
      let adults = figures.stock("cla_ceased/age=18plus", year), all.value > adults.value
    {
      // As many go on to other councils as land: what other councils' years tell does not hold there.
      return Told(all.value - adults.value, .derived("\(all.source.reference), less cla_ceased/age=18plus"))
    }
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
