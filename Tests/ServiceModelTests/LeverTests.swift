import Dates
import Parameters
import Statistics
import Testing

@testable import ServiceModel

@Suite("Levers, shocks and inspection")
struct LeverTests {
  /// A small service in which every lever has something to move.
  static func service(months: Int = 36) -> ServiceParameters {
    var service = SmallService.plans(
      perYear: 400, duration: DurationParameters(.gamma, mean: 80, cv: 0.7), months: months, open: 90)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.pathway.stages[.childInNeed].exits = Keyed(repeating: 0)
    service.pathway.stages[.childInNeed].exits[.stepDown] = 0.5
    service.pathway.stages[.childInNeed].exits[.care] = 0.2
    service.pathway.stages[.childInNeed].exits[.earlyHelp] = 0.15
    service.pathway.stages[.childInNeed].exits[.section47] = 0.15
    service.pathway.stages[.childInNeed].signOffHours = 3
    service.pathway.stages[.section47].duration = DurationParameters(.constant, mean: 8)
    service.pathway.stages[.earlyHelp].duration = DurationParameters(.exponential, mean: 150)
    service.pathway.stages[.earlyHelp].places = 15
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 300)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 1
    service.placements.mix = Keyed(repeating: shares)
    service.opening.placements = shares
    service.fostering.places = 20
    service.fostering.recruitedPerYear = 4
    service.fostering.lostPerYear = 0.1
    service.money.placementPerWeek[.agencyFostering] = 900
    service.workforce.teams[.protection].posts[.socialWorker] = 12
    service.workforce.teams[.protection].posts[.practiceManager] = 3
    service.workforce.teams[.protection].pods = 3
    service.workforce.teams[.protection].caseloadNorm = 12
    service.workforce.teams[.protection].caseloadCap = 24
    service.managers.hoursPerWeek = 12
    service.managers.signOffCv = 1
    service.leaving.perYear = Keyed(repeating: 0.6)
    service.leaving.payElasticity = 1.5
    service.recruitment.steps[.approval] = DurationParameters(.exponential, mean: 20)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 60)
    service.recruitment.everyRoundFills = false
    service.recruitment.applicantsPerRound = Keyed(repeating: 2)
    service.agency.coverShare = Keyed(repeating: 0.6)
    service.agency.fill = DurationParameters(.constant, mean: 10)
    service.agency.assignment = DurationParameters(.exponential, mean: 60)
    service.agency.conversionShare = 0.05
    service.agency.perWeek = Keyed(repeating: 1500)
    return service
  }

  private static var shares: PlacementShares {
    var mix = PlacementShares()
    mix.shares = Keyed(repeating: 0)
    mix.shares[.inHouseFostering] = 0.6
    mix.shares[.agencyFostering] = 0.4
    return mix
  }

  /// All readings but those of the number of inspections.
  private static func bits(_ service: ServiceParameters) -> [UInt64] {
    let tables = ModelTables(service)
    let watched = tables.watched
    return Replicator.once(tables).readings.numerators.enumerated()
      .filter { watched[$0.offset % watched.count].measure != "inspections" }.map(\.element.bitPattern)
  }

  @Test("Dates and shapes without an effect change no bit")
  func off() {
    var idle = Self.service()
    let plain = Self.bits(idle)
    for (number, path) in ServiceParameters.table.enumerated()
    where path.path.hasPrefix("levers.") || path.path.hasPrefix("shocks.") {
      let parameter = ServiceParameters.table[number]
      switch parameter.path.split(separator: ".").last {
      case "from": parameter.write(&idle, .date(CivilDate(2015, 9, 1)))
      case "until": parameter.write(&idle, .date(CivilDate(2017, 2, 28)))
      case "shape": parameter.write(&idle, .choice("linear"))
      default: break
      }
    }
    idle.inspection.slots[.first].judgement = .good
    idle.inspection.inadequate.leavingHazardRatio = 3
    idle.notice.leavingHazardRatio = 2
    #expect(idle.contradictions().filter { $0.severity == .error }.isEmpty)
    #expect(Self.bits(idle) == plain)
  }

  @Test("A pay supplement is a share of the salaries in post and of their on-costs, from its day on")
  func supplement() {
    var service = SmallService.empty(months: 24)
    service.run.calendar = .england
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.money.salary = Keyed(repeating: 36_525)
    service.money.onCostShare = 0.5
    service.levers.paySupplement.share = 0.1
    service.levers.paySupplement.dates.from = CivilDate(2015, 10, 11)
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    let paid = SmallService.readings(outcome, tables, "cost_gbp", "line=market_supplements")
    // Ten workers at £100 a day: a tenth of it, and half of that again. October has 21 days left, November 30.
    #expect(paid.prefix(6).allSatisfy { $0 == 0 })
    #expect(abs(paid[6] - 150 * 21) < 1e-6 && abs(paid[7] - 150 * 30) < 1e-6)
  }

  @Test("A lever costs what it says, month by month, and only between its dates")
  func costs() {
    var service = Self.service()
    service.levers.edgeOfCare.dates.from = CivilDate(2015, 10, 1)
    service.levers.edgeOfCare.dates.until = CivilDate(2016, 9, 30)
    service.levers.edgeOfCare.dates.poundsAtStart = 5_000
    service.levers.edgeOfCare.dates.poundsPerYear = 365_250
    let tables = ModelTables(service)
    let spent = SmallService.readings(Replicator.once(tables), tables, "cost_gbp", "line=programmes")
    // 366 days at a thousand pounds, and the beginning.
    #expect(abs(spent.reduce(0, +) - 371_000) < 1e-6)
    #expect(spent.prefix(5).allSatisfy { $0 == 0 } && spent.suffix(12).allSatisfy { $0 == 0 })
  }

  @Test("A retention payment is paid to those in post on each date")
  func retention() {
    var service = Self.service()
    service.leaving.perYear = Keyed(repeating: 0)
    service.levers.retentionPayment.dates.from = CivilDate(2015, 10, 1)
    service.levers.retentionPayment.dates.until = CivilDate(2016, 12, 31)
    service.levers.retentionPayment.pounds = 1_000
    service.levers.retentionPayment.leastYears = 0
    let tables = ModelTables(service)
    let paid = SmallService.readings(Replicator.once(tables), tables, "cost_gbp", "line=retention")
    #expect(abs(paid.reduce(0, +) - 2 * 12_000) < 1e-6)
    #expect(paid.filter { $0 > 0 }.count == 2)
  }

  @Test("Whoever leaves while tied pays the said share back, and nobody later")
  func repaid() {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.assessment].posts[.socialWorker] = 100
    service.leaving.perYear = Keyed(repeating: 0.5)
    service.recruitment.perPost = false
    service.levers.retentionPayment.pounds = 1_000
    service.levers.retentionPayment.repaidShare = 0.4
    service.levers.retentionPayment.leastYears = 0
    service.levers.retentionPayment.tieInMonths = 6
    service.levers.retentionPayment.dates.from = service.run.starts
    service.levers.retentionPayment.dates.until = service.run.starts
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    let paid = SmallService.readings(outcome, tables, "cost_gbp", "line=retention")
    let left = SmallService.readings(outcome, tables, "leavers_fte")
    #expect(abs(paid[0] - (100_000 - 400 * left[0])) < 1e-6)
    for month in 1..<24 { #expect(abs(paid[month] + (month < 6 ? 400 * left[month] : 0)) < 1e-6) }
    #expect(left[1..<6].reduce(0, +) > 5 && left[6...].reduce(0, +) > 5)
  }

  @Test("A tied worker leaves at the ratio of the hazard")
  func tied() {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.assessment].posts[.socialWorker] = 400
    service.leaving.perYear = Keyed(repeating: 0.5)
    service.recruitment.perPost = false
    service.levers.retentionPayment.leavingHazardRatio = 0.5
    service.levers.retentionPayment.leastYears = 0
    service.levers.retentionPayment.tieInMonths = 12
    service.levers.retentionPayment.dates.from = service.run.starts
    service.levers.retentionPayment.dates.until = CivilDate(2015, 12, 31)
    let tables = ModelTables(service)
    var left = Tally()
    for outcome in SmallService.outcomes(service, 0..<15) {
      left.add(SmallService.readings(outcome, tables, "inpost_headcount")[23])
    }
    let wanted = 400 * exponential(-0.5 * (0.5 + 1))
    #expect(abs(left.mean - wanted) < 4 * left.standardError)
  }

  @Test("Nobody's person changes when posts are added to another role")
  func samePeople() {
    let base = Self.service()
    var more = base
    more.levers.extraPosts.posts[.practiceManager] = 2
    more.levers.extraPosts.dates.from = CivilDate(2016, 4, 1)
    func people(_ service: ServiceParameters) -> Set<UInt64> {
      var model = Service(ModelTables(service))
      model.reset(replication: 1)
      model.open()
      return Set((0..<model.workers.count).map { model.workers[$0].key })
    }
    #expect(people(base) == people(more))
  }

  @Test("A notice is lifted at the second review whose conditions hold, and what it did ends with it")
  func notice() {
    var service = Self.service()
    service.notice.inForceAtStart = true
    service.notice.reviewEveryDays = 100
    let tables = ModelTables(service)
    let inForce = SmallService.readings(Replicator.once(tables), tables, "notice_in_force")
    // Reviews after 100 and 200 days; 200 days lie in the seventh month.
    #expect(inForce.prefix(6).allSatisfy { $0 == 1 } && inForce.dropFirst(6).allSatisfy { $0 == 0 })
    service.notice.reviewsNeeded = 3
    let longer = ModelTables(service)
    let kept = SmallService.readings(Replicator.once(longer), longer, "notice_in_force")
    // 300 days lie in the tenth month.
    #expect(kept.prefix(9).allSatisfy { $0 == 1 } && kept.dropFirst(9).allSatisfy { $0 == 0 })
  }

  @Test("A notice stays while children wait, or workers are over the norm, beyond what its conditions allow")
  func noticeConditions() {
    func monthsInForce(_ change: (inout ServiceParameters) -> Void) -> Double {
      var service = SmallService.plans(
        perYear: 0, duration: DurationParameters(.constant, mean: 36_525), months: 8, open: 300)
      service.pathway.stages[.childInNeed].heldBy = .protection
      service.workforce.teams[.protection].posts[.socialWorker] = 10
      service.workforce.teams[.protection].caseloadNorm = 5
      service.workforce.teams[.protection].caseloadCap = 10
      service.notice.inForceAtStart = true
      service.notice.reviewEveryDays = 50
      change(&service)
      let tables = ModelTables(service)
      return SmallService.readings(Replicator.once(tables), tables, "notice_in_force").reduce(0, +)
    }
    // 200 of 300 children wait, and all ten workers hold twice the norm. The second review comes in the fourth month.
    #expect(monthsInForce { _ in } == 3)
    #expect(monthsInForce { $0.notice.unallocatedShareAtMost = 0.7 } == 3)
    #expect(monthsInForce { $0.notice.unallocatedShareAtMost = 0.6 } == 8)
    #expect(monthsInForce { $0.notice.overNormShareAtMost = 0.9 } == 8)
  }

  @Test("A judgement comes on its day, and a notice with it where it is inadequate and that is to follow")
  func dateOfJudgement() {
    var service = SmallService.empty(months: 12)
    service.run.calendar = .england
    service.inspection.slots[.second].judgement = .inadequate
    service.inspection.slots[.second].date = CivilDate(2015, 10, 1)
    service.notice.reviewEveryDays = 3_650
    func readings(_ measure: String) -> [Double] {
      let tables = ModelTables(service)
      return SmallService.readings(Replicator.once(tables), tables, measure)
    }
    #expect(readings("adverse_judgements").enumerated().allSatisfy { $1 == ($0 == 6 ? 1 : 0) })
    #expect(readings("notice_in_force").allSatisfy { $0 == 0 })
    service.notice.followsInadequate = true
    #expect(readings("notice_in_force").enumerated().allSatisfy { $1 == ($0 >= 6 ? 1 : 0) })
    service.inspection.slots[.second].judgement = .requiresImprovement
    #expect(readings("notice_in_force").allSatisfy { $0 == 0 })
  }

  /// Share of adverse judgements in a small team, with shares of 0.3 for inadequate and 0.4 for good.
  private func adverse(_ change: (inout ServiceParameters) -> Void) -> Double {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 36_525), months: 6)
    service.pathway.stages[.childInNeed].heldBy = .assessment
    service.workforce.teams[.assessment].posts[.socialWorker] = 10
    service.inspection.slots[.first].judgement = .drawn
    service.inspection.inadequateShare = 0.3
    service.inspection.goodShare = 0.4
    change(&service)
    let tables = ModelTables(service)
    return SmallService.outcomes(service, 0..<400).reduce(0) {
      $0 + SmallService.readings($1, tables, "adverse_judgements").reduce(0, +)
    } / 400
  }

  @Test("A drawn judgement follows its shares, and the odds of how the service stands")
  func judgements() {
    let error = (0.6 * 0.4 / 400).squareRoot()
    #expect(abs(adverse { _ in } - 0.6) < 4 * error)
    // The odds of good fall from 2/3 to 2/3 exp(-2), a share of 0.0828: half of the posts are vacant ...
    let good = 2.0 / 3 * exponential(-2)
    let vacant = adverse {
      $0.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 5
      $0.recruitment.perPost = false
      $0.inspection.perVacancy = 4
    }
    // ... or the load is twice the norm, so that it is over it by 1 ...
    let loaded = adverse {
      $0.opening.children[.childInNeed] = 40
      $0.workforce.teams[.assessment].caseloadNorm = 2
      $0.workforce.teams[.assessment].caseloadCap = 10
      $0.inspection.perOverload = 2
    }
    // ... or the whole plan is undelivered.
    let undelivered = adverse {
      $0.plan.actions[.council1].isPlanned = true
      $0.plan.actions[.council1].leastHours = 90_000
      $0.plan.actions[.council1].likelyHours = 90_000
      $0.plan.actions[.council1].mostHours = 90_000
      $0.inspection.perUndelivered = 2
    }
    // Without a plan nothing is undelivered: the very same judgements.
    #expect(adverse { $0.inspection.perUndelivered = 2 } == adverse { _ in })
    for worse in [vacant, loaded, undelivered] { #expect(abs(worse - 1 / (1 + good)) < 4 * error) }
  }

  @Test("Levers that end before they start, and posts for nobody, are refused")
  func mistakes() {
    var service = Self.service()
    service.levers.edgeOfCare.careEntryRatio = 0.5
    service.levers.edgeOfCare.dates.from = CivilDate(2017, 1, 1)
    service.levers.edgeOfCare.dates.until = CivilDate(2016, 1, 1)
    service.levers.extraPosts.team = nil
    service.levers.extraPosts.posts[.socialWorker] = 1
    service.shocks.managerLoss.managers = 1
    service.shocks.managerLoss.dates.from = CivilDate(2030, 1, 1)
    let found = service.contradictions()
    #expect(found.contains { $0.code == "ends-before-start" && $0.paths.first == "levers.edgeOfCare.until" })
    #expect(found.contains { $0.code == "no-team" })
    #expect(found.contains { $0.code == "outside-run" && $0.severity == .warning })
  }
}
