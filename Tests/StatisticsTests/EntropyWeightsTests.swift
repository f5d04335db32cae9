import Foundation
import Testing

@testable import Statistics

@Suite("Weights that move replications")
struct EntropyWeightsTests {
  private let numbers = (0..<200).map { SpecialFunctions.normalQuantile((Double($0) + 0.5) / 200) }

  private func moments(_ weights: [Double]) -> (mean: Double, deviation: Double) {
    let mean = zip(weights, numbers).reduce(0) { $0 + $1.0 * $1.1 }
    let square = zip(weights, numbers).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    return (mean, square.squareRoot())
  }

  @Test("the mean and the spread asked for come out", arguments: [(0.4, 1.0), (-0.3, 0.8), (0, 1.1)])
  func moved(_ mean: Double, _ deviation: Double) throws {
    let found = try #require(EntropyWeights(numbers, mean: mean, deviation: deviation))
    #expect(found.reached == 1)
    #expect(near(found.weights.reduce(0, +), 1))
    #expect(abs(moments(found.weights).mean - mean) < 1e-2)
    #expect(abs(moments(found.weights).deviation - deviation) < 1e-2)
    #expect(found.effectiveShare >= 0.5 && found.effectiveShare < 1)
  }

  @Test("where all of the way would leave too few, a part of it is gone")
  func relaxed() throws {
    let far = try #require(EntropyWeights(numbers, mean: 2.5, deviation: 1))
    #expect(far.reached < 1 && far.reached > 0)
    #expect(far.effectiveShare >= 0.5)
    #expect(abs(moments(far.weights).mean - 2.5 * far.reached) < 0.02)
    #expect(EntropyWeights([3, 3, 3], mean: 2, deviation: 1) == nil)
  }

  @Test("a normal law tilted by its mean alone keeps its shape: the effective share is exp(-d²)")
  func closedForm() throws {
    let found = try #require(
      EntropyWeights(numbers, mean: 0.3, deviation: moments(numbers.map { _ in 0.005 }).deviation))
    #expect(abs(found.effectiveShare - exp(-0.09)) < 0.02)
  }
}
