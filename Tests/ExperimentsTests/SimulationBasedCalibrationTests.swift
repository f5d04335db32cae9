import Foundation
import Statistics
import Testing

@testable import Experiments

/// Simulation-based calibration (S. Talts and others, "Validating Bayesian inference algorithms with simulation-based
/// calibration", 2018): over councils whose values were drawn from the priors, the true value has any rank in its
/// posterior equally often.
@Suite("A fit recovers what is known", .timeLimit(.minutes(30)))
struct SimulationBasedCalibrationTests {
  /// Councils; more of them by the environment, for the figures on the page.
  private static let count = ProcessInfo.processInfo.environment["COUNCILS"].flatMap { Int($0) } ?? 24
  private static let bins = 10

  @Test(
    "The truth lies at every depth of its posterior equally often, and 80% ranges hold it 72 to 88 times in 100"
  )
  func ranks() async throws {
    var ranks = [[Double]](repeating: [], count: SimulatedCouncil.values.count)
    var (narrowed, distance) = (ranks.map { _ in 0.0 }, 0.0)
    for number in 0..<Self.count {
      let council = try #require(SimulatedCouncil(number))
      let outcome = try #require(await council.fit())
      for place in ranks.indices {
        let apart = council.truth[place] - outcome.mean[place]
        ranks[place].append(NormalScore.probability(apart / outcome.covariance[place][place].squareRoot()))
        narrowed[place] += outcome.fitted[place].narrowed / Double(Self.count)
      }
      distance += squaredDistance(council.truth, outcome) / Double(Self.count)
    }
    let all = ranks.flatMap { $0 }
    // Nine degrees of freedom: 27.9 at the level of 0.1%.
    #expect(chiSquare(all) < 27.9, "ranks are not flat: \(counts(all))")
    let covered = share(all)
    #expect((0.72...0.88).contains(covered), "80% ranges hold \(covered)")
    // Given the truth's posterior, the squared distance of all values together has mean 4 and standard deviation √8.
    let error = (8 / Double(Self.count)).squareRoot()
    #expect(abs(distance - 4) < 3.29 * error, "squared distance \(distance)")
    // Figures that say nothing would leave every range as it was.
    #expect(narrowed.allSatisfy { $0 > 0.2 }, "\(narrowed)")
    if Self.count >= 100 {
      for (value, ranks) in zip(SimulatedCouncil.values, ranks) {
        #expect(chiSquare(ranks) < 27.9, "\(value.path): \(counts(ranks))")
        #expect((0.68...0.92).contains(share(ranks)), "\(value.path): \(share(ranks))")
      }
      let lines = zip(SimulatedCouncil.values, zip(ranks, narrowed)).map { value, found in
        "\(value.path) chi-square \(chiSquare(found.0)) held \(share(found.0)) narrowed \(found.1) \(counts(found.0))"
      }
      let text = (lines + ["all: chi-square \(chiSquare(all)) held \(covered) distance \(distance)"])
        .joined(separator: "\n")
      FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
  }

  private func counts(_ ranks: [Double]) -> [Int] {
    ranks.reduce(into: [Int](repeating: 0, count: Self.bins)) { $0[Int($1 * Double(Self.bins))] += 1 }
  }

  private func chiSquare(_ ranks: [Double]) -> Double {
    let expected = Double(ranks.count) / Double(Self.bins)
    return counts(ranks).reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  private func share(_ ranks: [Double]) -> Double {
    Double(ranks.count { (0.1...0.9).contains($0) }) / Double(ranks.count)
  }

  /// By the covariance of the posterior; by its Cholesky triangle, row by row.
  private func squaredDistance(_ truth: [Double], _ outcome: CalibrationOutcome) -> Double {
    let matrix = outcome.covariance
    var (rows, scores): ([[Double]], [Double]) = ([], [])
    for place in matrix.indices {
      var row: [Double] = []
      for column in 0..<place {
        let told = row.indices.reduce(0) { $0 + row[$1] * rows[column][$1] }
        row.append((matrix[place][column] - told) / rows[column][column])
      }
      let pivot = (matrix[place][place] - row.reduce(0) { $0 + $1 * $1 }).squareRoot()
      let told = zip(row, scores).reduce(0) { $0 + $1.0 * $1.1 }
      scores.append((truth[place] - outcome.mean[place] - told) / pivot)
      rows.append(row + [pivot])
    }
    return scores.reduce(0) { $0 + $1 * $1 }
  }
}
