import Testing

@testable import Statistics

@Suite("Least squares with a prior")
struct RidgeStepTests {
  @Test(
    "One unknown of a linear model: the posterior of two normal laws, in one step from anywhere",
    arguments: [-2.0, 0, 3])
  func oneUnknown(start: Double) throws {
    // Three figures y = 4 θ with errors of 1, about 8, and a prior of mean 0 and deviation 1: precision 1 + 3 · 16.
    let figures = [7.5, 8.0, 8.9]
    let problem = RidgeStep(
      jacobian: figures.map { _ in [4.0] }, residuals: figures.map { 4 * start - $0 }, unknowns: [start])
    let change = try #require(problem.step())
    let expected: Double = 4.0 * figures.reduce(0, +) / 49
    #expect(abs(start + change[0] - expected) < 1e-12)
    let covariance = try #require(problem.covariance)
    #expect(abs(covariance[0][0] - 1.0 / 49) < 1e-12)
    let damped = try #require(problem.step(damping: 10))
    #expect(abs(damped[0]) < abs(change[0]) || change[0] == 0)
  }

  @Test("Two unknowns of which only the sum is seen: the prior decides the rest, and they are correlated")
  func onlyTheSum() throws {
    let problem = RidgeStep(jacobian: [[10, 10]], residuals: [-20], unknowns: [0, 0])
    let change = try #require(problem.step())
    #expect(abs(change[0] - 200.0 / 201) < 1e-9 && abs(change[0] - change[1]) < 1e-12)
    let covariance = try #require(problem.covariance)
    let correlation = covariance[0][1] / covariance[0][0]
    #expect(correlation < -0.98 && abs(covariance[0][0] - 101.0 / 201) < 1e-9)
    #expect(RidgeStep.loss(residuals: [3, 4], unknowns: [1]) == 26)
  }
}
