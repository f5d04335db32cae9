import Testing

@testable import Statistics

@Suite("A step of ensemble Kalman inversion")
struct EnsembleUpdateTests {
  private func score(_ name: String, _ place: Int) -> Double {
    NormalScore.score(StratifiedSequence(seed: 5, name: name).number(place))
  }

  /// Two unknowns, three figures: the first unknown twice with noise, the sum of both, and pure noise.
  private func step(members: Int, figures: [Double], inflation: Double = 1) -> EnsembleUpdate? {
    let places = (0..<members).map { [score("one", $0), score("two", $0)] }
    let readings = places.enumerated().map { member, place in
      [
        2 * place[0] + 0.5 * score("a", member), place[0] + place[1] + 10 + 0.3 * score("b", member),
        score("c", member),
      ]
    }
    return EnsembleUpdate(
      places: places, readings: readings, figures: figures, variances: [0.75, 0.01, 1], inflation: inflation)
  }

  @Test("A linear model has the posterior of the closed form")
  func linear() throws {
    let update = try #require(step(members: 4000, figures: [1, 10.5, 3]))
    // Noise variances 1 and 0.1: the information is 1 + 4 + 10, 10, and 1 + 10.
    let (a, b, c) = (15.0, 10.0, 11.0)
    let determinant = a * c - b * b
    let expected = [[c / determinant, -b / determinant], [-b / determinant, a / determinant]]
    for row in 0..<2 {
      for column in 0..<2 {
        #expect(abs(update.covariance[row][column] / expected[row][column] - 1) < 0.06)
      }
    }
    let pull = [2 * 1 + 10 * 0.5, 10 * 0.5]
    for row in 0..<2 {
      let mean = expected[row][0] * pull[0] + expected[row][1] * pull[1]
      #expect(abs(update.mean[row] - mean) < 0.03)
    }
    #expect(abs(update.deviations[0] - 1) < 0.03 && abs(update.deviations[2] - 2.0.squareRoot()) < 0.05)
    #expect(abs(update.expectedAtStart[1] - 10) < 0.05)
  }

  @Test("Figures of pure noise hardly narrow anything")
  func noise() throws {
    let places = (0..<60).map { [score("one", $0), score("two", $0)] }
    let readings = (0..<60).map { member in (0..<10).map { score("noise \($0)", member) } }
    let update = try #require(
      EnsembleUpdate(
        places: places, readings: readings, figures: [Double](repeating: 1, count: 10),
        variances: [Double](repeating: 0, count: 10)))
    for place in 0..<2 { #expect(update.covariance[place][place] > 0.85) }
  }

  @Test("An inflated step goes part of the way, and too few members say nothing")
  func inflation() throws {
    let whole = try #require(step(members: 200, figures: [4, 12, 0]))
    let part = try #require(step(members: 200, figures: [4, 12, 0], inflation: 10))
    #expect(part.mean[0] < whole.mean[0] && part.covariance[0][0] > whole.covariance[0][0])
    #expect(step(members: 5, figures: [4, 12, 0]) == nil)
  }

  @Test("Places have the mean and the covariance that they are drawn from")
  func places() throws {
    let scores = (0..<4096).map { [score("x", $0), score("y", $0)] }
    let covariance = [[4.0, -1.2], [-1.2, 1]]
    let places = try #require(
      EnsembleUpdate.places(mean: [3, -1], covariance: covariance, scores: scores))
    var cross = Covariance()
    for place in places { cross.add(place[0], place[1]) }
    #expect(abs(Tally(places.map { $0[0] }).mean - 3) < 0.01)
    #expect(abs(cross.covariance + 1.2) < 0.12)
    #expect(EnsembleUpdate.places(mean: [0, 0], covariance: [[1, 2], [2, 1]], scores: scores) == nil)
  }
}
