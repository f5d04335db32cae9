import Foundation
import Testing

@testable import Statistics

@Suite("Scores of forecasts")
struct ForecastScoreTests {
  private func cumulative(_ z: Double) -> Double { SpecialFunctions.normalCumulative(z) }

  @Test("the score of a lognormal forecast is its closed form", arguments: [70.0, 90, 100, 115, 160])
  func lognormal(_ outcome: Double) {
    // S. Baran and S. Lerch, "Log-normal distribution based EMOS models", QJRMS 141, 2015.
    let (mu, sigma) = (log(100.0), 0.2)
    let z = (log(outcome) - mu) / sigma
    let exact =
      outcome * (2 * cumulative(z) - 1)
      - 2 * exp(mu + sigma * sigma / 2)
      * (cumulative(z - sigma) + cumulative(sigma / 2.0.squareRoot()) - 1)
    let forecast = QuantileForecast(middle: mu, deviation: sigma, on: .log)
    #expect(near(forecast.score(outcome), exact, within: 2e-3))
  }

  @Test("the score of a normal sample comes near the closed form, and equals the mean of distances")
  func sample() {
    let quantiles = (0..<4000).map { SpecialFunctions.normalQuantile((Double($0) + 0.5) / 4000) }
    for outcome in [-1.5, 0, 0.3, 2] {
      let density = exp(-outcome * outcome / 2) / (2 * Double.pi).squareRoot()
      let exact = outcome * (2 * cumulative(outcome) - 1) + 2 * density - 1 / Double.pi.squareRoot()
      #expect(abs(Sample.rankedScore(sorted: quantiles, outcome: outcome) - exact) < 1e-3)
    }
    let few = [1.0, 2, 4, 8]
    var (distance, apart) = (0.0, 0.0)
    for one in few {
      distance += abs(one - 3) / 4
      for other in few { apart += abs(one - other) / 16 }
    }
    #expect(near(Sample.rankedScore(sorted: few, outcome: 3), distance - apart / 2))
  }

  @Test(
    "a forecast drawn all of the way to a law is the law, and half-way it lies between",
    arguments: ForecastScale.allCases)
  func drawn(_ scale: ForecastScale) {
    let (from, to) = (
      QuantileForecast(middle: -1, deviation: 0.3, on: scale),
      QuantileForecast(middle: -0.4, deviation: 0.7, on: scale)
    )
    func drawn(_ share: Double) -> QuantileForecast {
      from.drawn(by: share, toMiddle: -0.4, deviation: 0.7, on: scale)
    }
    func near(_ one: QuantileForecast, _ other: QuantileForecast) -> Bool {
      zip(one.quantiles, other.quantiles).allSatisfy { abs(scale.place(of: $0) - scale.place(of: $1)) < 2e-3 }
    }
    #expect(near(drawn(0), from) && near(drawn(1), to))
    #expect(near(drawn(0.5), QuantileForecast(middle: -0.7, deviation: 0.5, on: scale)))
    // What has no spread takes its share of the law's.
    let certain = QuantileForecast(sample: [scale.value(at: -1)])
    #expect(
      near(
        certain.drawn(by: 0.5, toMiddle: 0, deviation: 0.4, on: scale),
        QuantileForecast(middle: -0.5, deviation: 0.2, on: scale)))
  }

  @Test("equal weights change nothing, and doubled ones count as two numbers would")
  func weights() {
    let sample = [5.0, 1, 9, 4, 7, 3]
    let equal = QuantileForecast(sample: sample, weights: sample.map { _ in 0.3 })
    let plain = QuantileForecast(sample: sample)
    #expect(zip(equal.quantiles, plain.quantiles).allSatisfy { near($0, $1) })
    let heavy = QuantileForecast(sample: [1, 2, 3], weights: [1, 2, 1])
    #expect(near(heavy.median, 2))
    #expect(QuantileForecast(sample: [1, 2], weights: [1, 0]).quantiles.allSatisfy { $0 == 1 })
  }

  @Test("outcomes that follow the forecast are held as often as is said, and have even ranks")
  func calibrated() {
    let forecast = QuantileForecast(middle: 4, deviation: 0.3, on: .log)
    var skill = ForecastSkill()
    for step in 0..<2000 {
      let z = SpecialFunctions.normalQuantile((Double(step) + 0.5) / 2000)
      skill.add(forecast, outcome: exp(4 + 0.3 * z))
    }
    #expect(zip(skill.coverage, ForecastSkill.ranges).allSatisfy { abs($0 - $1) < 0.006 })
    #expect(skill.histogram.allSatisfy { abs($0 - 200) <= 10 })
    #expect(abs(skill.bias) < 1e-5)
    var twice = skill
    twice.add(skill)
    #expect(twice.count == 4000 && near(twice.score, skill.score))
  }

  @Test("forecasts half as wide as they should be are doubled, and hold what they say then")
  func width() throws {
    let narrow = QuantileForecast(middle: 0, deviation: 0.1, on: .log)
    let outcomes = (0..<1999).map { step in
      exp(0.2 * SpecialFunctions.normalQuantile((Double(step) + 1) / 2000))
    }
    let misses = outcomes.compactMap { WidthFactor.miss(of: narrow, $0, on: .log) }
    let factor = try #require(WidthFactor.learned(from: misses))
    #expect(abs(factor - 2) < 0.02)
    let wide = narrow.widened(by: factor, on: .log)
    let held = outcomes.count { wide.holds($0, share: 0.8) }
    #expect(abs(Double(held) / 1999 - 0.8) < 0.005)
    #expect(WidthFactor.learned(from: [1, 2, 3]) == nil)
  }

  @Test("a share stays a share, and what is told at a place is told at it again")
  func scales() {
    for value in [0.01, 0.2, 0.8] {
      #expect(near(ForecastScale.logit.value(at: ForecastScale.logit.place(of: value)), value))
    }
    let wide = QuantileForecast(middle: 0, deviation: 2, on: .logit).widened(by: 3, on: .logit)
    #expect(wide.quantiles.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(ForecastScale.log.place(of: 0).isNaN)
  }
}
