import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite("How a panel of units varies")
struct PanelLawTests {
  @Test("the density of two correlated numbers is its closed form")
  func density() throws {
    let (a, b, rho) = (2.0, 0.5, 0.6)
    var matrix = [a, .nan, rho * (a * b).squareRoot(), b]
    let (x, y) = (0.7, -0.4)
    let found = try #require(Cholesky.logDensity(&matrix, 2, [x, y]))
    let (u, v) = (x / a.squareRoot(), y / b.squareRoot())
    let square = (u * u - 2 * rho * u * v + v * v) / (1 - rho * rho)
    #expect(near(found, -0.5 * square - 0.5 * log(a * b * (1 - rho * rho))))
    var none = [1.0, 0, 2, 1]
    #expect(Cholesky.logDensity(&none, 2, [0, 0]) == nil)
  }

  @Test("the simplex finds the bottom of a curved valley")
  func simplex() {
    let found = Simplex.least(from: [-1.2, 1], step: 0.5, rounds: 1000, tolerance: 1e-14) { place in
      let (x, y) = (place[0], place[1])
      return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
    }
    #expect(abs(found[0] - 1) < 1e-4 && abs(found[1] - 1) < 1e-4)
  }

  /// Numbers that follow a law, and others whose innovations are correlated with theirs.
  private func simulated(
    _ law: PanelLaw, correlation: Double
  ) -> [(first: PanelLaw.Unit, second: PanelLaw.Unit)] {
    var random = SplitMix(seed: 7)
    func normal() -> Double {
      SpecialFunctions.normalQuantile((Double(random.next() >> 11) + 0.5) / 9_007_199_254_740_992)
    }
    return (0..<300).map { _ in
      let level = [law.between * normal(), law.between * normal()]
      let start = law.innovation / (1 - law.persistence * law.persistence).squareRoot()
      var state = [start * normal(), start * normal()]
      var values: [[Double]] = [[], []]
      for _ in 0..<10 {
        let (one, other) = (normal(), normal())
        let second = correlation * one + (1 - correlation * correlation).squareRoot() * other
        state = [
          law.persistence * state[0] + law.innovation * one,
          law.persistence * state[1] + law.innovation * second,
        ]
        for series in 0..<2 {
          values[series].append(level[series] + state[series] + (law.noise * 0.01).squareRoot() * normal())
        }
      }
      let units = values.map {
        PanelLaw.Unit(years: Array(0..<10), values: $0, chances: $0.map { _ in 0.01 })
      }
      return (units[0], units[1])
    }
  }

  @Test("what made the numbers is found again, and the correlation of their surprises")
  func recovered() throws {
    let law = PanelLaw(between: 0.3, innovation: 0.15, persistence: 0.7, noise: 1.5)
    let units = simulated(law, correlation: 0.5)
    let found = try #require(PanelLaw.fitted(to: units.map(\.first)))
    #expect(abs(found.between / 0.3 - 1) < 0.15)
    #expect(abs(found.innovation / 0.15 - 1) < 0.15)
    #expect(abs(found.persistence - 0.7) < 0.1)
    #expect(abs(found.noise / 1.5 - 1) < 0.3)
    let correlation = PanelLaw.correlation(found, found, of: units)
    #expect(abs(correlation - 0.5) < 0.12)
    #expect(PanelLaw.fitted(to: Array(units.map(\.first).prefix(5))) == nil)
  }

  @Test("what a mean of the last years misses the newest by is its closed form")
  func errorOfMean() {
    let law = PanelLaw(between: 0.3, innovation: 0.13, persistence: 0.72, noise: 1.3)
    let stationary = 0.13 * 0.13 / (1 - 0.72 * 0.72)
    let three = stationary * (2.0 / 3 - 2.0 / 9 * 0.72 - 4.0 / 9 * 0.72 * 0.72)
    #expect(near(law.errorOfMean(years: 3), three.squareRoot()))
    #expect(law.errorOfMean(years: 1) == 0)
  }

  @Test("ridge regression is least squares where nothing is penalised, and smaller where it is")
  func ridge() throws {
    let rows = [[1.0, 0], [0, 1], [1, 1], [2, -1]]
    let outcomes = rows.map { 2 * $0[0] - 3 * $0[1] }
    let exact = try #require(RidgeRegression(features: rows, outcomes: outcomes, penalty: 0))
    #expect(near(exact.coefficients[0], 2) && near(exact.coefficients[1], -3))
    let single = try #require(RidgeRegression(features: [[1], [2]], outcomes: [2, 4], penalty: 5))
    #expect(near(single.coefficients[0], 1))
    #expect(RidgeRegression(features: [[0.0]], outcomes: [1], penalty: 0) == nil)
  }
}
