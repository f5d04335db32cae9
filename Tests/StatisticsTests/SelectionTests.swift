import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Choosing the best")
struct SelectionTests {
  /// Two independent normal numbers of variance 1.
  private static func normals(_ numbers: inout SplitMix) -> (Double, Double) {
    // Marsaglia's polar method.
    while true {
      let pair = numbers.uniforms(2)
      let one = 2 * pair[0] - 1
      let two = 2 * pair[1] - 1
      let square = one * one + two * two
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      return (one * factor, two * factor)
    }
  }

  @Test("Kim and Nelson choose rightly as often as they promise, in the hardest case", arguments: [0.0, 0.7])
  func guarantee(correlation: Double) {
    var numbers = SplitMix(seed: 7)
    let designs = 5
    let trials = 600
    var right = 0
    var used = 0
    for trial in 0..<trials {
      let best = trial % designs
      // The best is better than all others by exactly the indifference: the configuration of least favour.
      func row() -> [Double] {
        let shared = Self.normals(&numbers).0
        return (0..<designs).map { design in
          let own = Self.normals(&numbers).0
          let noise = correlation.squareRoot() * shared + (1 - correlation).squareRoot() * own
          return 2 * noise + (design == best ? 1 : 0)
        }
      }
      let first = (0..<10).map { _ in row() }
      var procedure = KimNelson(
        (0..<designs).map { design in first.map { $0[design] } }, confidence: 0.9, indifference: 1)
      while !procedure.isDecided { procedure.enter(row()) }
      if procedure.best == best { right += 1 }
      used += procedure.count
    }
    // 90% promised; four standard errors of a share of 600 are 4.9 points.
    #expect(Double(right) / Double(trials) > 0.9 - 4 * (0.09 / Double(trials)).squareRoot())
    #expect(used / trials < 400)
  }

  @Test("The constants are those of the paper: eta for two designs and ten first results")
  func constants() {
    // error = 2 (1 - 0.95) / 1 = 0.1; eta = (0.1^(-2/9) - 1) / 2 = 0.33407; h² = 2 eta 9 = 6.01322.
    // Differences 1, -1, ... have variance 10/9; N = floor(6.01322 x 10/9 / 0.25) + 1 = 27.
    let one = (0..<10).map { $0 % 2 == 0 ? 1.0 : -1.0 }
    let two = [Double](repeating: 0, count: 10)
    let procedure = KimNelson([one, two], confidence: 0.95, indifference: 0.5)
    #expect(procedure.limit == 27)
    #expect(procedure.survivors == [0, 1] && procedure.count == 10 && !procedure.isDecided)
  }

  @Test("Designs that differ by much drop out at once, and the same numbers decide the same")
  func screening() {
    let noise = [0.1, -0.2, 0.05, 0, 0.15, -0.1]
    let procedure = KimNelson(
      [noise, noise.map { $0 * -1 + 50 }, noise.map { $0 * 2 }], confidence: 0.95, indifference: 1)
    #expect(procedure.isDecided && procedure.best == 1)
    #expect(procedure.droppedAt == [6, nil, 6])
  }

  @Test("The allocation of Chen and others for three designs of equal variance")
  func allocation() {
    // Distances 1 and 2: N1 / N2 = (2/1)² = 4, and N of the best = sqrt(4² + 1²) N2.
    let shares = OptimalAllocation.shares(means: [3, 2, 1], variances: [1, 1, 1])
    #expect(abs(shares[1] / shares[2] - 4) < 1e-12)
    #expect(abs(shares[0] / shares[2] - 17.0.squareRoot()) < 1e-12)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    let next = OptimalAllocation.next(100, means: [3, 2, 1], variances: [1, 1, 1], counts: [10, 10, 10])
    #expect(next.reduce(0, +) == 100)
    #expect(next[0] > next[2] && next[1] > next[2])
    let even = OptimalAllocation.next(10, means: [1, 1], variances: [0, 0], counts: [5, 5])
    #expect(even.reduce(0, +) == 10)
  }

  @Test("The probability of a right choice: two designs, known normal tail")
  func probability() {
    // Difference 1, standard error sqrt(1/2 + 1/2) = 1: 0.841345.
    let known = OptimalAllocation.probabilityCorrect(means: [1, 0], variances: [1, 1], counts: [2, 2])
    #expect(abs(known - 0.841345) < 1e-6)
    #expect(OptimalAllocation.probabilityCorrect(means: [1, 0], variances: [0, 0], counts: [2, 2]) == 1)
    #expect(OptimalAllocation.probabilityCorrect(means: [1, 1], variances: [0, 0], counts: [2, 2]) == 0.5)
  }
}
