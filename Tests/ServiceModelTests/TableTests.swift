import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Rates, prices and shares laid out as tables")
struct TableTests {
  private struct Rate {
    let tables: ModelTables
    var ceiling: Double { tables.rate.ceiling }
    func at(day: Double, month: Int, year: Int) -> Double {
      tables.rate.at(day: day, month: month, year: year)
    }
  }

  private func rate(_ change: (inout DemandParameters) -> Void) -> Rate {
    var service = SmallService.empty(months: 36)
    service.demand.referralsPerYear = 365.25
    change(&service.demand)
    return Rate(tables: ModelTables(service))
  }

  @Test func aPlainRateIsFamiliesADay() {
    let plain = rate { _ in }
    #expect(abs(plain.at(day: 10, month: 0, year: 0) - 1) < 1e-12)
    #expect(plain.ceiling == 1)
    let families = rate { $0.siblings = [0.5, 0.5] }
    #expect(abs(families.at(day: 10, month: 0, year: 0) - 1 / 1.5) < 1e-12)
    let fewer = rate { $0.repeatShare = 0.25 }
    #expect(abs(fewer.at(day: 10, month: 0, year: 0) - 0.75) < 1e-12)
  }

  @Test func profilesAreScaledToAMeanOfOne() {
    // 1 April 2015 was a Wednesday.
    let weekly = rate { $0.weekdayProfile = [2, 2, 2, 2, 2, 0, 0] }
    let week = (0..<7).map { weekly.at(day: Double($0) + 0.5, month: 0, year: 0) }
    for (found, wanted) in zip(week, [1.4, 1.4, 1.4, 0, 0, 1.4, 1.4]) { #expect(abs(found - wanted) < 1e-12) }
    let monthly = rate { $0.monthProfile = [24] + Array(repeating: 0, count: 11) }
    #expect(abs(monthly.at(day: 3, month: 0, year: 0) - 12) < 1e-12)
    #expect(monthly.at(day: 40, month: 1, year: 0) == 0)
    #expect(abs(monthly.at(day: 370, month: 12, year: 1) - 12) < 1e-12)
  }

  @Test func growthYearsAndWaveMultiply() {
    let moving = rate {
      $0.growthPerYear = 0.1
      $0.yearIndex = [1, 1.5]
      $0.population = 1_000
      $0.populationByYear = [1_000, 1_200]
      $0.wave.amplitude = 0.5
    }
    let found = moving.at(day: 365.25 * 1.25, month: 15, year: 1)
    #expect(abs(found - power(1.1, 1.25) * 1.5 * 1.2 * 1.5) < 1e-9)
    let later = moving.at(day: 365.25 * 2.5, month: 30, year: 2)
    #expect(abs(later - power(1.1, 2.5) * 1.5 * 1.2) < 1e-9, "the last index holds on")
  }

  @Test func aWaveComesBackAfterItsPeriod() {
    let waves = rate {
      $0.wave.amplitude = 0.5
      $0.wave.periodDays = 20
    }
    for (day, wanted) in [(0.0, 1), (5, 1.5), (10, 1), (15, 0.5), (25, 1.5)] {
      #expect(abs(waves.at(day: day, month: 0, year: 0) - wanted) < 1e-9)
    }
  }

  @Test func lengthsAreMadeOfTheirFigures() throws {
    var length = DurationParameters(.empirical, mean: 0)
    length.values = [10, 100]
    #expect(length.distribution?.mean == 55, "without weights each value is as likely")
    length.weights = [3, 1]
    #expect(length.distribution?.mean == 32.5)
    length.family = .gamma
    length.mean = 40
    length.cv = 0.5
    let gamma = try #require(length.distribution)
    #expect(abs(gamma.mean - 40) < 1e-9 && abs(gamma.variance - 400) < 1e-6)
  }

  @Test func theCeilingIsAPowerOfTwoTimesTheRateAndNeverExceeded() {
    let peaked = rate {
      $0.wave.amplitude = 0.9
      $0.growthPerYear = 0.05
      $0.surges[.first].shape = .step
      $0.surges[.first].from = CivilDate(2016, 4, 1)
      $0.surges[.first].until = CivilDate(2017, 3, 31)
      $0.surges[.first].ratio = 2
    }
    #expect(peaked.ceiling == 8)
    for day in 0..<1_095 {
      #expect(peaked.at(day: Double(day), month: day * 12 / 366, year: day / 366) <= peaked.ceiling)
    }
  }

  @Test func surgesComeAndGo() {
    var surge = SurgeParameters()
    surge.from = CivilDate(2015, 4, 11)
    surge.until = CivilDate(2015, 4, 20)
    surge.ratio = 3
    surge.halfLifeDays = 10
    func at(_ day: Double, _ shape: SurgeParameters.Shape) -> Double {
      surge.shape = shape
      return Surge(surge, start: CivilDate(2015, 4, 1)).multiplier(day: day)
    }
    #expect([9.9, 10, 19.9, 20].map { at($0, .step) } == [1, 3, 3, 1])
    #expect([9.9, 10, 15, 20, 100].map { at($0, .ramp) } == [1, 1, 2, 3, 3])
    #expect(at(9.9, .pulse) == 1 && at(10, .pulse) == 3)
    #expect(abs(at(20, .pulse) - 2) < 1e-9)
    #expect(at(15, .none) == 1)
  }

  @Test func pricesAcrossYears() {
    var service = SmallService.empty(months: 36)
    service.money.salary[.socialWorker] = 36_525
    service.money.onCostShare = 0.3
    service.money.payAwards = [0.1]
    service.money.placementPerWeek[.residential] = 700
    service.money.placementInflation[.residential] = 0.5
    service.money.earlyHelpPerWeek = 70
    service.money.generalInflation = [0.02, 0.03]
    service.money.budget[.residential].pounds = 1_000
    let prices = PriceTable(service, calendar: ModelCalendar(service.run))
    func near(_ found: Double, _ wanted: Double) -> Bool { abs(found - wanted) < 1e-6 }
    #expect(near(prices.perDay(.socialWorkers, year: 0), 130))
    #expect(near(prices.perDay(.socialWorkers, year: 2), 130 * 1.21), "the last award holds on")
    #expect(near(prices.perDay(.residential, year: 2), 225))
    #expect(near(prices.perDay(.earlyHelp, year: 2), 10 * 1.02 * 1.03))
    #expect(near(prices.budget[.residential][2] ?? 0, 1_000 * 1.02 * 1.03))
    #expect(ModelTables(service).budget(.residential, year: 0) == 1_000)
    #expect(ModelTables(service).budget(.secure, year: 0) == nil)
  }

  @Test("Full-time equivalents are dealt as evenly as whole posts allow", arguments: [1, 5, 10, 40])
  func deal(count: Int) {
    var workforce = WorkforceParameters()
    workforce.fteValues = [1, 0.6, 0.5]
    workforce.fteShares = [0.7, 0.2, 0.1]
    let dealt = FteDeal(workforce).deal(count)
    #expect(dealt.count == count)
    for (value, share) in zip(workforce.fteValues, workforce.fteShares) {
      let given = Double(dealt.count { $0 == value })
      #expect(abs(given - share * Double(count)) < 1)
    }
  }

  @Test func exitSharesByAgeAreScaledToSumToOne() {
    var stage = StageParameters()
    stage.exits[.stepDown] = 0.5
    stage.exits[.care] = 0.5
    stage.exitRatio[.under1].ratios[.care] = 3
    #expect(stage.exitShares(of: .under1)[Exit.care.index] == 0.75)
    #expect(stage.exitShares(of: .age5to9)[Exit.care.index] == 0.5)
    stage.exitRatio[.under1].ratios[.care] = 0
    stage.exitRatio[.under1].ratios[.stepDown] = 0
    #expect(stage.exitShares(of: .under1)[Exit.care.index] == 0.5, "a band without any keeps the shares")
  }

  @Test func ageAndTenureBands() {
    #expect(
      [0, 0.99, 1, 4.9, 5, 10, 15.9, 16, 17].map { AgeBand(years: $0).index } == [0, 0, 1, 1, 2, 3, 3, 4, 4])
    #expect([0, 1.9, 2, 5, 10, 20, 30, 50].map { TenureBand(years: $0).index } == [0, 0, 1, 2, 3, 4, 5, 5])
    for band in TenureBand.allCases { #expect(band.from < band.until && !band.spoken.isEmpty) }
    for band in AgeBand.allCases { #expect(AgeBand(years: band.years.lowerBound) == band) }
  }

  @Test func everyExitLeadsSomewhereElseAndNamesAreWords() {
    #expect(Exit.independence.next == .careLeaver && Exit.returnedHome.next == .childInNeed)
    #expect(Stage.childInNeed.label == "child_in_need" && AgeBand.age10to15.label == "age_10_to_15")
    #expect(Stage.open.count == 9)
    #expect(BudgetLine.allCases.allSatisfy { !$0.title.isEmpty })
  }
}
