import Dates
import Parameters
import Testing

@testable import ServiceModel

@Suite("What belongs to pay rises with pay awards and has on-costs; all else goes with general prices")
struct PayTests {
  private let month = 365.25 / 12

  private func paid(_ service: ServiceParameters, _ line: BudgetLine) -> [Double] {
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    return SmallService.readings(outcome, tables, "cost_gbp", "line=\(line.label)")
  }

  /// Ten social workers on £36,525 a year; awards of a tenth, on-costs of a half, and prices that rise faster.
  private func staff(months: Int = 24) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.money.salary = Keyed(repeating: 36_525)
    service.money.onCostShare = 0.5
    service.money.payAwards = [0.1]
    service.money.generalInflation = [0.3]
    return service
  }

  @Test(
    "A supplement is a share of the salary as it stands: awards, increments and the supported year included")
  func supplement() {
    var service = staff()
    service.levers.paySupplement.share = 0.1
    service.levers.paySupplement.dates.from = CivilDate(2015, 5, 1)
    // £100 a day each: a tenth of it, and half of that again.
    let plain = paid(service, .marketSupplements)
    #expect(abs(plain[11] - 10 * 15 * month) < 1e-6)
    #expect(abs(plain[12] - 10 * 15 * 1.1 * month) < 1e-6)
    service.money.payScale[.socialWorker].increment = 3_652.5
    service.money.payScale[.socialWorker].points = 1
    let scaled = paid(service, .marketSupplements)
    #expect(abs(scaled[11] - 10 * 15 * month) < 1e-6)
    #expect(abs(scaled[12] - 10 * 15 * 1.1 * 1.1 * month) < 1e-6)
    service.newlyQualified.atStart = 10
    service.newlyQualified.supportMonths = 120
    service.newlyQualified.salaryRatio = 0.8
    let supported = paid(service, .marketSupplements)
    #expect(abs(supported[12] - 0.8 * 10 * 15 * 1.1 * month) < 1e-6, "and no increment in the supported year")
    let ratio = supported[12] / paid(service, .socialWorkers)[12]
    #expect(abs(ratio - 0.1) < 1e-9, "it is that share of what is paid")
  }

  @Test("A retention payment rises with awards and has on-costs")
  func retention() {
    var service = staff(months: 36)
    service.levers.retentionPayment.pounds = 1_000
    service.levers.retentionPayment.leastYears = 0
    service.levers.retentionPayment.dates.from = CivilDate(2015, 10, 1)
    let found = paid(service, .retention).filter { $0 > 0 }
    #expect(found.count == 3)
    for (year, wanted) in [15_000.0, 16_500, 18_150].enumerated() {
      #expect(abs(found[year] - wanted) < 1e-6)
    }
  }

  @Test("What is paid back is a share of what was paid, whatever pay has become since")
  func repaid() {
    var service = staff()
    service.workforce.teams[.protection].posts[.socialWorker] = 100
    service.leaving.perYear = Keyed(repeating: 0.5)
    service.recruitment.perPost = false
    service.levers.retentionPayment.pounds = 1_000
    service.levers.retentionPayment.repaidShare = 0.4
    service.levers.retentionPayment.leastYears = 0
    service.levers.retentionPayment.tieInMonths = 6
    service.levers.retentionPayment.dates.from = CivilDate(2016, 3, 1)
    service.levers.retentionPayment.dates.until = CivilDate(2016, 3, 31)
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    let left = SmallService.readings(outcome, tables, "leavers_fte")
    let back = SmallService.readings(outcome, tables, "cost_gbp", "line=retention")
    // From the second April on, which is the thirteenth month, to the end of August.
    for month in 12..<16 { #expect(abs(back[month] + 600 * left[month]) < 1e-6) }
    #expect(left[12..<16].reduce(0, +) > 5)
  }

  @Test("Every line of what is paid at once has one of the two")
  func lines() {
    let prices = ModelTables(staff()).prices
    for line in BudgetLine.allCases {
      #expect(abs(prices.single(line, year: 1) - (line.isPay ? 1.65 : 1.3)) < 1e-12, "\(line)")
    }
    let pay: Set<BudgetLine> = [
      .socialWorkers, .seniorPractitioners, .practiceManagers, .withoutCases, .marketSupplements, .retention,
    ]
    #expect(Set(BudgetLine.allCases.filter(\.isPay)) == pay)
  }
}
