import Dates
import Statistics
import Testing

@testable import ServiceModel

@Suite("The caseload norm and cap as a policy")
struct CaseloadPolicyTests {
  /// Workers who hold children for good; those who find no room wait.
  private func full(workers: Int, children: Int, norm: Double, cap: Double) -> ServiceParameters {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 36_525), months: 24, open: children)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.workforce.teams[.protection].posts[.socialWorker] = workers
    service.workforce.teams[.protection].caseloadNorm = norm
    service.workforce.teams[.protection].caseloadCap = cap
    service.recruitment.perPost = false
    return service
  }

  @Test("A higher cap takes children off the list on its day; a lower one takes none away")
  func cap() {
    var service = full(workers: 10, children: 300, norm: 5, cap: 10)
    service.levers.caseloadPolicy.capRatio = 1.5
    service.levers.caseloadPolicy.dates.from = CivilDate(2015, 10, 1)
    service.levers.caseloadPolicy.dates.until = CivilDate(2016, 9, 30)
    let tables = ModelTables(service)
    let held = SmallService.readings(SmallService.outcomes(service)[0], tables, "cases_held")
    // October is the seventh month; October 2016 the nineteenth. On equal months the day falls into the sixth or the
    // seventh, so those beside it are left out.
    #expect(held.prefix(5).allSatisfy { $0 == 100 })
    #expect(held[7..<17].allSatisfy { $0 == 150 })
    // Some end by themselves; nobody gets another until the load is below the cap.
    #expect(held.suffix(5).allSatisfy { $0 > 100 && $0 <= 150 })
  }

  @Test("Under a lower cap nobody is given more than it, and more wait")
  func lowerCap() {
    var base = LeverTests.service()
    base.demand.referralsPerYear = 700
    var capped = base
    capped.levers.caseloadPolicy.capRatio = 0.5
    let tables = ModelTables(capped)
    var waiting = Tally()
    let before = ModelTables(base)
    for (one, other) in zip(SmallService.outcomes(base, 0..<8), SmallService.outcomes(capped, 0..<8)) {
      // The cap of 24 becomes 12.
      let most = SmallService.readings(other, tables, "caseload_p90").filter { !$0.isNaN }.max() ?? 0
      #expect(most > 6 && most <= 12)
      waiting.add(
        SmallService.readings(other, tables, "unallocated_children_average").reduce(0, +)
          - SmallService.readings(one, before, "unallocated_children_average").reduce(0, +))
    }
    #expect(waiting.mean > 3 * waiting.standardError)
  }

  @Test("Leaving answers to the norm in force: exp(-h (2 x before + 1 x after))")
  func leaving() {
    var service = full(workers: 200, children: 400, norm: 1, cap: 2)
    service.workforce.teams[.protection].referenceLoad = 1
    service.leaving.perYear = Keyed(repeating: 0.3)
    service.leaving.caseloadElasticity = 1
    service.levers.caseloadPolicy.normRatio = 2
    service.levers.caseloadPolicy.dates.from = CivilDate(2016, 4, 1)
    let tables = ModelTables(service)
    var left = Tally()
    var over: [[Double]] = []
    for outcome in SmallService.outcomes(service, 0..<25) {
      left.add(SmallService.readings(outcome, tables, "inpost_headcount")[23])
      over.append(SmallService.readings(outcome, tables, "share_over_norm"))
    }
    // 1 April 2016 is the 366th day.
    let wanted = 200 * exponential(-0.3 * (2 * 366 + 730.5 - 366) / 365.25)
    #expect(abs(left.mean - wanted) < 3.29 * left.standardError, "\(left.mean), not \(wanted)")
    // Twice the norm before, at the norm after. The list is never empty, so that all carry their full load.
    #expect(over.allSatisfy { $0[10] == 1 && $0[13] == 0 })
  }

  @Test("From the start it is the same, bit for bit, as another norm, reference load and cap of every team")
  func fromTheStart() {
    var base = LeverTests.service()
    base.leaving.caseloadElasticity = 0.4
    base.overload.paceElasticity = 0.5
    base.absence.kinds[.long].perYear = 0.2
    base.absence.kinds[.long].length = DurationParameters(.exponential, mean: 60)
    base.absence.kinds[.long].caseloadElasticity = 0.5
    for team in Team.allCases {
      base.workforce.teams[team].referenceLoad = base.workforce.teams[team].caseloadNorm
    }
    var lever = base
    lever.levers.caseloadPolicy.normRatio = 1.25
    lever.levers.caseloadPolicy.capRatio = 0.75
    for team in Team.allCases {
      base.workforce.teams[team].caseloadNorm *= 1.25
      base.workforce.teams[team].caseloadCap *= 0.75
      base.workforce.teams[team].referenceLoad *= 1.25
    }
    func bits(_ service: ServiceParameters) -> [[UInt64]] {
      // Twice the second time, so that a replication begins as the one before it did.
      SmallService.outcomes(service, 1..<3).map { $0.readings.numerators.map(\.bitPattern) }
    }
    #expect(bits(lever) == bits(base))
  }

  @Test("A policy that ends leaves the next replication as it found it")
  func nextReplication() {
    var service = LeverTests.service(months: 24)
    service.levers.caseloadPolicy.normRatio = 1.5
    service.levers.caseloadPolicy.dates.from = CivilDate(2016, 1, 1)
    let together = SmallService.outcomes(service, 0..<2)[1].readings.numerators.map(\.bitPattern)
    let alone = SmallService.outcomes(service, 1..<2)[0].readings.numerators.map(\.bitPattern)
    #expect(together == alone)
  }

  @Test("A cap that would come to lie below the norm is refused, with the numbers")
  func mistakes() {
    var service = LeverTests.service()
    service.levers.caseloadPolicy.capRatio = 0.4
    let found = service.contradictions().filter { $0.code == "cap-below-norm" }
    #expect(found.count == 1 && found[0].severity == .error)
    #expect(found[0].message.contains("9.6") && found[0].message.contains("12"))
    #expect(found[0].paths.first == "levers.caseloadPolicy.capRatio")
    service.levers.caseloadPolicy.normRatio = 0.8
    #expect(!service.contradictions().contains { $0.code == "cap-below-norm" })
  }
}
