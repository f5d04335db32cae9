import Parameters
import Statistics
import Testing

@testable import ServiceModel

@Suite("Uncertain inputs that are drawn together")
struct JointInputsTests {
  private let names = [
    "money.careOverheadPerWeek", "demand.referralsPerYear", "overload.paceElasticity",
    "leaving.caseloadElasticity",
  ]

  private var laws: [String: Uncertainty] {
    [
      names[0]: .normal(mean: 300, standardDeviation: 20),
      names[1]: .normal(mean: 3000, standardDeviation: 30),
      names[2]: .pert(low: 0.1, mode: 0.2, high: 0.9), names[3]: .uniform(low: 0.1, high: 0.5),
    ]
  }

  private func service() -> ServiceParameters {
    var service = ServiceParameters()
    service.run.seed = 77
    return service
  }

  /// The values of each of the named inputs in the replications from 1 on.
  private func draws(
    _ pairs: [PairCorrelation], _ laws: [String: Uncertainty], count: Int
  ) -> [String: [Double]] {
    let inputs = UncertainInputs(service(), laws, jointly: pairs)
    let drawn = (1...count).map { inputs.draw($0).values }
    return Dictionary(
      uniqueKeysWithValues: inputs.inputs.enumerated().map { place, input in
        (input.path, drawn.map { $0[place] })
      })
  }

  private func ranks(_ values: [Double]) -> [Double] {
    var ranks = values
    for (rank, place) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[place] = Double(rank)
    }
    return ranks
  }

  private func correlation(_ one: [Double], _ other: [Double]) -> Double {
    var (cross, first, second) = (Covariance(), Covariance(), Covariance())
    for (x, y) in zip(one, other) {
      cross.add(x, y)
      first.add(x, x)
      second.add(y, y)
    }
    return cross.covariance / (first.covariance * second.covariance).squareRoot()
  }

  @Test("The rank correlations of what is drawn are those that were asked for, and each law stays what it is")
  func ranksAsAsked() throws {
    let asked = [(0, 1, 0.7), (0, 2, -0.4), (1, 2, 0.1), (0, 3, 0.0), (1, 3, 0.0), (2, 3, 0.0)]
    let count = 3000
    let drawn = draws(asked.map { PairCorrelation(names[$0], names[$1], $2) }, laws, count: count)
    for (one, other, correlation) in asked {
      let found = self.correlation(
        ranks(try #require(drawn[names[one]])), ranks(try #require(drawn[names[other]])))
      let expected = NormalScore.rankCorrelation(correlation)
      #expect(abs(found - expected) < 3.29 / Double(count).squareRoot(), "\(found), not \(expected)")
    }
    let pert = try #require(drawn[names[2]])
    // Mean (0.1 + 0.8 + 0.9) / 6 and variance (mean - low)(high - mean) / 7.
    #expect(
      abs(pert.reduce(0, +) / Double(count) - 0.3) < 3.29 * (0.2 * 0.6 / 7 / Double(count)).squareRoot())
  }

  @Test(
    "The sum of two correlated normal values has the variance of the closed form", arguments: [-0.6, 0, 0.8])
  func closedForm(correlation: Double) throws {
    let count = 4000
    let drawn = draws([PairCorrelation(names[0], names[1], correlation)], laws, count: count)
    let sums = zip(try #require(drawn[names[0]]), try #require(drawn[names[1]])).map { $0 + $1 }
    let mean = sums.reduce(0, +) / Double(count)
    let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    let expected = 400 + 900 + 2 * correlation * 20 * 30
    #expect(
      abs(variance / expected - 1) < 3.29 * (2 / Double(count)).squareRoot(), "\(variance), not \(expected)")
  }

  @Test(
    "An input that goes with none, and a partner that has become certain, leave every other draw as it was")
  func stability() throws {
    let pairs = [PairCorrelation(names[0], names[1], 0.7), PairCorrelation(names[0], names[2], 0.3)]
    let all = draws(pairs, laws, count: 40)
    let alone = draws([], laws, count: 40)
    #expect(all[names[3]] == alone[names[3]] && all[names[0]] != alone[names[0]])
    let without = draws(pairs, laws.filter { $0.key != names[3] }, count: 40)
    let certain = draws(pairs, laws.filter { $0.key != names[0] }, count: 40)
    for name in names.prefix(3) { #expect(without[name] == all[name]) }
    for name in names.dropFirst() { #expect(certain[name] == all[name]) }
    #expect(certain[names[0]] == nil)
  }

  @Test("The first 2^k replications that draw meet each of 2^k strata of every input that is drawn alone")
  func strata() throws {
    let law: [String: Uncertainty] = [
      names[2]: .uniform(low: 0, high: 1), names[3]: .uniform(low: 0, high: 1),
    ]
    for (_, values) in draws([], law, count: 128) {
      for count in [2, 16, 128] {
        #expect(Set(values.prefix(count).map { Int($0 * Double(count)) }).count == count)
      }
    }
  }
}
