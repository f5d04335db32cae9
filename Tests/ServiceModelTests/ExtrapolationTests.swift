import Dates
import Testing

@testable import ServiceModel

@Suite("Extrapolation")
struct ExtrapolationTests {
  @Test("A run beyond its newest figure and its yearly lists says so")
  func sentences() {
    var service = SmallService.empty(months: 60)
    service.run.dataAsOf = CivilDate(2017, 3, 31)
    service.money.payAwards = [0.01, 0.01]
    service.demand.populationByYear = [5000, 5100]
    service.money.generalInflation = [0.02]
    let told = service.extrapolations
    #expect(told.count == 2)
    #expect(told[0].contains("ends on 2020-03-31, 3 years after") && told[0].contains("2017-03-31"))
    #expect(told[1].contains("demand.populationByYear (to 2016-17), money.payAwards (to 2017-18)."))
    service.run.ends = CivilDate(2017, 3, 31)
    #expect(service.extrapolations.isEmpty)
  }
}
