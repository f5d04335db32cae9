import Testing

@testable import Statistics

@Suite("Closed forms: stocks and laws")
struct ClosedFormStockTests {
  static let laws: [DurationLaw] = [
    .exponential(mean: 6), .fixed(6), .lognormal(mean: 6, variation: 1.2), .gamma(mean: 6, shape: 2),
  ]

  @Test("The limited mean is the integral of the survival, and tends to the mean", arguments: laws)
  func limitedMeans(law: DurationLaw) throws {
    // Ends before the fixed law's step, where the survival is smooth.
    let integral = SpecialFunctions.integral(from: 0, to: 5) { law.survival($0) }
    #expect(near(law.limitedMean(5), integral, within: 1e-6))
    #expect(near(law.limitedMean(100_000), 6) && law.mean == 6)
    #expect(law.limitedMean(0) == 0 && law.survival(0) == 1 && law.survival(-1) == 1)
    #expect(near(law.survival(10_000), 0, within: 1e-6))
    try law.validate()
  }

  @Test func lawsThatCannotBe() {
    for law: DurationLaw in [
      .exponential(mean: 0), .fixed(-1), .lognormal(mean: 1, variation: 0), .gamma(mean: 1, shape: -2),
    ] {
      #expect(throws: CalculationError.self) { try law.validate() }
    }
  }

  @Test("The integral of a population has the same spread from quadrature as from the formula")
  func integrals() throws {
    let memoryless = try InfiniteServers(arrivalRate: 10, duration: .exponential(mean: 18)).integral(over: 12)
    let gamma = try InfiniteServers(arrivalRate: 10, duration: .gamma(mean: 18, shape: 1)).integral(over: 12)
    #expect(near(memoryless.standardDeviation, gamma.standardDeviation, within: 1e-10))
    let fixed = try InfiniteServers(arrivalRate: 10, duration: .fixed(18)).integral(over: 40)
    let narrow = try InfiniteServers(arrivalRate: 10, duration: .gamma(mean: 18, shape: 40_000)).integral(
      over: 40)
    #expect(near(fixed.standardDeviation, narrow.standardDeviation, within: 1e-3) && fixed.mean == 7200)
  }

  @Test("Numbers in a seasonal population swing by the amplitude about the peak time")
  func seasonal() throws {
    let wave = try SeasonalInfiniteServers(arrivalRate: 50, relativeAmplitude: 0.3, period: 12, meanStay: 6)
    #expect(near(wave.mean(at: wave.peakTime), wave.mean + wave.amplitude))
    #expect(near(wave.mean(at: wave.peakTime + 6), wave.mean - wave.amplitude))
    let average = SpecialFunctions.integral(from: 0, to: 12) { wave.mean(at: $0) } / 12
    #expect(near(average, wave.mean))
  }

  @Test func structuralVacancyAndItsInverse() throws {
    for turnover in [0.1, 0.25, 1] {
      let lag = try StructuralVacancy.lagYears(share: 0.07, turnover: turnover)
      #expect(near(try StructuralVacancy.share(turnover: turnover, lagYears: lag), 0.07))
    }
    #expect(throws: CalculationError.self) { try StructuralVacancy.lagYears(share: 1, turnover: 0.2) }
    #expect(throws: CalculationError.self) { try StructuralVacancy.lagYears(share: 0.1, turnover: 0) }
  }

  @Test("A mixture of two equal hazards is one exponential")
  func mixture() throws {
    let law = try MixedExponential(firstShare: 0.4, firstHazard: 0.5, secondHazard: 0.5)
    #expect(near(law.median, logarithm(2) / 0.5) && near(law.hazard(3), 0.5) && near(law.mean, 2))
    #expect(near(law.renewalDensity(1), 0.5) && near(law.renewals(to: 7), 3.5))
    let mixed = try MixedExponential(firstShare: 0.4, firstHazard: 1.2, secondHazard: 0.1)
    let integral = SpecialFunctions.integral(from: 0, to: 4) { mixed.renewalDensity($0) }
    #expect(near(integral, mixed.renewals(to: 4)))
  }

  @Test func gradeStocksStayAtTheirFixedPoint() throws {
    let model = try GradeStocks(transitions: [[0.5, 0.2], [0.1, 0.8]], intake: [3, 1])
    let fixed = try model.fixedPoint()
    let next = try model.stocks(after: 1, from: fixed)
    #expect(zip(fixed, next).allSatisfy { near($0, $1) })
    #expect(try model.stocks(after: 0, from: [5, 6]) == [5, 6])
    #expect(throws: CalculationError.self) { try model.stocks(after: 1, from: [5]) }
    #expect(throws: CalculationError.self) { try model.stocks(after: -1, from: [5, 6]) }
  }

  @Test func gradesThatCannotBe() {
    #expect(throws: CalculationError.self) { try GradeStocks(transitions: [[0.5, 0.2]], intake: [1]) }
    #expect(throws: CalculationError.self) { try GradeStocks(transitions: [[0.5]], intake: [1, 2]) }
    #expect(throws: CalculationError.self) {
      try GradeStocks(transitions: [[0.6, 0.6], [0, 0]], intake: [1, 2])
    }
    #expect(throws: CalculationError.self) { try GradeStocks(transitions: [[1]], intake: [1]).fixedPoint() }
  }

  @Test func inverseNeedsPivoting() throws {
    let inverse = try #require(Matrix.inverse([[0, 2], [4, 0]]))
    #expect(inverse == [[0, 0.25], [0.5, 0]])
    #expect(Matrix.inverse([[1, 2], [2, 4]]) == nil)
  }

  @Test func constantInflowTendsToItsLimit() throws {
    let stock = try ConstantInflowStock(initial: 100, inflow: 12, hazard: 0.16)
    #expect(stock.mean(at: 0) == 100 && near(stock.mean(at: 1000), 75) && near(stock.limit, 75))
    let integral = SpecialFunctions.integral(from: 2, to: 5) { 0.16 * stock.mean(at: $0) }
    #expect(near(stock.leavers(from: 2, to: 5), integral))
  }

  @Test func lognormalLawHasItsOwnMean() {
    let law = LognormalLaw(mean: 12, variation: 0.25)
    #expect(near(law.mean, 12) && near(law.survival(law.quantile(0.8)), 0.2) && law.survival(0) == 1)
    let tail = SpecialFunctions.integral(from: 0.95, to: 1, points: 2000) { law.quantile($0) } / 0.05
    #expect(near(law.expectedShortfall(0.95), tail, within: 1e-5))
    #expect(law.limitedMean(-1) == -1 && near(law.limitedMean(1e9), 12))
  }

  @Test func conversions() throws {
    #expect(try ParameterConversion.exponentialRate(mean: 4) == 0.25)
    let pert = try ParameterConversion.pert(low: 5, mode: 7, high: 10)
    let betaMean = 5 + 5 * pert.firstShape / (pert.firstShape + pert.secondShape)
    #expect(near(betaMean, pert.mean))
    #expect(near(try ParameterConversion.weibullScale(shape: 1, mean: 3), 3))
    #expect(throws: CalculationError.self) { try ParameterConversion.triangular(low: 5, mode: 4, high: 10) }
    #expect(throws: CalculationError.self) { try ParameterConversion.pert(low: 5, mode: 5, high: 5) }
    #expect(throws: CalculationError.self) { try ParameterConversion.weibullScale(shape: 0, mean: 3) }
  }

  @Test func ratesWithoutADenominatorAreNotNumbers() {
    let rates = WorkforceRates(WorkforceRates.Counts())
    #expect(rates.turnoverFTE.isNaN && rates.caseloadFTE.isNaN && rates.vacancyFTE.isNaN)
    #expect(WorkforceRates.published(15.85) == 15.9 && WorkforceRates.published(3.249) == 3.2)
  }
}
