import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Staff at the start are in the steady state")
struct StationaryStaffTests {
  /// Posts that are left and filled again, at rates that nothing moves.
  static func service(
    months: Int, vacant: Int, limit: Int = 0, begins: RecruitmentParameters.Beginning = .resignation,
    held: Double = 0
  ) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.workforce.teams[.assessment].posts[.socialWorker] = 240
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = vacant
    service.leaving.perYear = Keyed(repeating: 0.6)
    service.leaving.noticeWeeks = Keyed(repeating: 8)
    service.recruitment.begins = begins
    service.recruitment.steps[.approval] = DurationParameters(.gamma, mean: 20, cv: 0.5)
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 21)
    service.recruitment.steps[.selection] = DurationParameters(.gamma, mean: 20, cv: 0.5)
    service.recruitment.steps[.checks] = DurationParameters(.gamma, mean: 60, cv: 0.4)
    service.recruitment.everyRoundFills = false
    service.recruitment.applicantsPerRound = Keyed(repeating: 2)
    service.recruitment.roundsAtOnce = limit
    service.recruitment.heldDays[.socialWorker] = held
    return service
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let limit: Int
    let begins: RecruitmentParameters.Beginning
    var held = 0.0
    var testDescription: String { "at most \(limit) at once, begins at \(begins), held for \(held) days" }
  }

  @Test(
    "Starters, leavers and vacancies are even over the first year",
    arguments: [
      Case(limit: 0, begins: .resignation), Case(limit: 0, begins: .departure),
      Case(limit: 40, begins: .resignation), Case(limit: 40, begins: .departure),
      Case(limit: 40, begins: .departure, held: 120),
      Case(limit: 0, begins: .resignation, held: 120), Case(limit: 0, begins: .departure, held: 120),
    ])
  func flat(_ one: Case) {
    let long = Self.service(
      months: 144, vacant: 60, limit: one.limit, begins: one.begins, held: one.held)
    let tables = ModelTables(long)
    var steady = ["vacancy_fte": Tally(), "starters_fte": Tally(), "leavers_fte": Tally()]
    for outcome in SmallService.outcomes(long, 0..<120) {
      for measure in steady.keys {
        let values = SmallService.readings(outcome, tables, measure)
        steady[measure]?.add(values.suffix(72).reduce(0, +) / 72)
      }
    }
    let vacant = steady["vacancy_fte"]?.mean ?? 0
    let again = Self.service(
      months: 12, vacant: Int(vacant.rounded()), limit: one.limit, begins: one.begins, held: one.held)
    let short = ModelTables(again)
    let outcomes = SmallService.outcomes(again, 0..<400)
    var squares = Tally()
    for (measure, wanted) in steady.sorted(by: { $0.key < $1.key }) {
      for quarter in 0..<4 {
        var found = Tally()
        for outcome in outcomes {
          let values = SmallService.readings(outcome, short, measure)
          found.add(values[(quarter * 3)..<(quarter * 3 + 3)].reduce(0, +) / 3)
        }
        let error = (wanted.variance / 120 + found.variance / 400).squareRoot()
        let z = (found.mean - wanted.mean) / error
        squares.add(z * z)
        #expect(abs(found.mean / wanted.mean - 1) < 0.04, "\(one): \(measure), quarter \(quarter)")
      }
    }
    if one.limit == 0 { #expect(squares.mean < 2, "mean square \(squares.mean)") }
  }

  @Test("As many serve notice as in the steady state, and each for an even part of it")
  func notice() {
    var model = Service(ModelTables(Self.service(months: 12, vacant: 20)))
    var count = Tally()
    for replication in 0..<200 {
      model.reset(replication: replication)
      model.open()
      var leaving = 0.0
      for worker in 0..<model.workers.count where model.workers[worker].isLeaving { leaving += 1 }
      count.add(leaving)
    }
    let expected = 0.6 * 56 / 365.25
    let wanted = 220 * expected / (1 + expected)
    #expect(abs(count.mean - wanted) < 3.29 * count.standardError, "\(count.mean) against \(wanted)")
  }

  @Test("Lengths of service come out as published, and fall within a band as people leave")
  func tenure() {
    var service = Self.service(months: 1, vacant: 20)
    service.workforce.tenureAtStart[.under2Years] = 0.4
    service.workforce.tenureAtStart[.years2to5] = 0.35
    service.workforce.tenureAtStart[.years5to10] = 0.25
    service.newlyQualified.atStart = 30
    service.leaving.noticeWeeks = Keyed(repeating: 0)
    var model = Service(ModelTables(service))
    var within = Tally()
    for replication in 0..<40 {
      model.reset(replication: replication)
      model.open()
      var bands = Flat<TenureBand, Int>()
      var supported = 0
      for worker in 0..<model.workers.count {
        let years = model.workers[worker].tenure(at: .zero)
        bands[TenureBand(years: years)] += 1
        if TenureBand(years: years) == .years2to5 { within.add(years - 2) }
        guard model.workers[worker].isNewlyQualified else { continue }
        supported += 1
        #expect(years < 1)
        #expect(Int(model.workers[worker].inductionMonth) == Int(years * 12))
      }
      #expect([bands[.under2Years], bands[.years2to5], bands[.years5to10]] == [88, 77, 55])
      #expect(supported == 30)
    }
    // A truncated exponential at 0.6 a year over three years.
    let wanted = 1 / 0.6 - 3 * 0.165_299 / (1 - 0.165_299)
    #expect(abs(within.mean - wanted) < 3.29 * within.standardError, "\(within.mean) against \(wanted)")
  }

  @Test("The newly qualified at the start began in the months in which they begin")
  func season() {
    var service = Self.service(months: 1, vacant: 20)
    service.newlyQualified.atStart = 60
    // All in September: on 1 April that is six to seven months ago.
    service.newlyQualified.shareByMonth = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    var model = Service(ModelTables(service))
    model.open()
    for worker in 0..<model.workers.count where model.workers[worker].isNewlyQualified {
      #expect((6.0...7).contains(model.workers[worker].tenure(at: .zero) * 12))
    }
  }

  @Test("Somebody who began lately is still in induction")
  func induction() {
    var service = Self.service(months: 1, vacant: 20)
    service.workforce.tenureAtStart[.under2Years] = 1
    service.workforce.inductionMonths = [0.3, 0.5, 0.7]
    var model = Service(ModelTables(service))
    model.open()
    var count = 0
    for worker in 0..<model.workers.count {
      let months = model.workers[worker].tenure(at: .zero) * 12
      #expect(model.workers[worker].ramp == (months < 3 ? [0.3, 0.5, 0.7][Int(months)] : 1))
      if months < 3 { count += 1 }
    }
    #expect(count > 10)
  }

  @Test("An induction may be longer than any career")
  func longInduction() {
    var service = Self.service(months: 14, vacant: 20)
    service.workforce.tenureAtStart[.under2Years] = 0.5
    service.workforce.tenureAtStart[.years20to30] = 0.5
    // A share of its own for each month, so that the month can be told from it.
    service.workforce.inductionMonths = (0..<700).map { 0.2 + Double($0) / 1_000 }
    var model = Service(ModelTables(service))
    _ = model.run(replication: 0)
    let end = model.tables.calendar.end
    var long = 0
    for worker in 0..<model.workers.count
    where !model.workers[worker].isGone && !model.workers[worker].isAgency {
      let months = Int((end.days - model.workers[worker].joined.days) / (365.25 / 12))
      #expect(abs(model.workers[worker].ramp - (0.2 + Double(months) / 1_000)) < 1e-9, "month \(months)")
      if months > 255 { long += 1 }
    }
    #expect(long > 5)
  }
}
