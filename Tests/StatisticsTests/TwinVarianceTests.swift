import TestSupport
import Testing

@testable import Statistics

@Suite("Variance from inputs and from chance")
struct TwinVarianceTests {
  private typealias Pair = TwinVariance.Pair

  private func variance(_ designs: [[Pair]]) -> TwinVariance {
    var variance = TwinVariance()
    for design in designs { variance.add(design) }
    return variance
  }

  /// Pairs of unit variance, of which the inputs make that share.
  private func pairs(_ count: Int, share: Double, _ chance: inout SplitMix) -> [Pair] {
    func normal() -> Double {
      SpecialFunctions.normalQuantile(Double.random(in: 1e-12..<1, using: &chance))
    }
    return (1...count).map { replication in
      let inputs = share.squareRoot() * normal()
      let rest = (1 - share).squareRoot()
      return Pair(replication: replication, inputs + rest * normal(), inputs + rest * normal())
    }
  }

  // Means of pairs 2, 6, 7 about 5: 2 (9 + 1 + 4) / 2 = 14. Differences 2, 2, 4: (4 + 4 + 16) / 2 / 3 = 4.
  private let worked = [
    TwinVariance.Pair(replication: 1, 1, 3), TwinVariance.Pair(replication: 2, 5, 7),
    TwinVariance.Pair(replication: 3, 9, 5),
  ]

  @Test func workedByHand() throws {
    let variance = variance([worked])
    let split = try #require(variance.split)
    #expect(near(split.inputs, 5) && near(split.chance, 4) && near(split.total, 9))
    #expect(near(try #require(variance.share()), 5.0 / 9))
    #expect(near(try #require(variance.share(beside: 3)), 5.0 / 12))
    #expect(near(try #require(variance.share(beside: -3)), 5.0 / 9))
    #expect(variance.count == 3 && near(variance.mean, 5))
  }

  @Test func designsArePooledWithinEach() throws {
    let moved = worked.map { Pair(replication: $0.replication, $0.first + 1000, $0.second + 1000) }
    let split = try #require(variance([worked, moved]).split)
    #expect(near(split.inputs, 5, within: 1e-9) && near(split.chance, 4, within: 1e-9))
  }

  @Test func whatCannotBeSaidIsNotSaid() {
    #expect(variance([]).split == nil && variance([]).share() == nil && variance([]).interval() == nil)
    #expect(variance([[worked[0]], [worked[1]]]).split == nil, "one pair of each design")
    #expect(variance([Array(worked.prefix(2))]).interval() == nil, "two pairs")
    let still = (1...5).map { Pair(replication: $0, 3, 3) }
    #expect(variance([still]).share() == nil)
    let certain = (1...5).map { Pair(replication: $0, Double($0), Double($0)) }
    #expect(variance([certain]).share() == 1 && variance([certain]).interval() == nil)
    let gaps = worked + [Pair(replication: 4, .nan, 1), Pair(replication: 5, 1, .infinity)]
    #expect(variance([gaps]).count == 3)
  }

  @Test("The interval is that of leaving out each replication of all designs in turn")
  func leavingOut() throws {
    var chance = SplitMix(seed: 5)
    let designs = (0..<4).map { _ in Array(pairs(9, share: 0.6, &chance).shuffled(using: &chance).prefix(5)) }
    let numbers = Set(designs.flatMap { $0 }.map(\.replication))
    func z(_ share: Double) -> Double { logarithm((1 + share) / (1 - share)) / 2 }
    for other in [0, 0.7] {
      let shares = try numbers.sorted().map { left in
        try #require(
          variance(designs.map { $0.filter { $0.replication != left } }).share(beside: other))
      }
      let tally = Tally(shares.map(z))
      let n = Double(numbers.count)
      let reach =
        CriticalValue.studentT(confidence: 0.95, degreesOfFreedom: n - 1)
        * ((n - 1) * (n - 1) / n * tally.variance).squareRoot()
      let interval = try #require(variance(designs).interval(beside: other))
      let centre = z(try #require(variance(designs).share(beside: other)))
      #expect(near(z(interval.lower), centre - reach, within: 1e-9))
      #expect(near(z(interval.upper), centre + reach, within: 1e-9))
    }
  }

  @Test("Both parts are unbiased: within 3.29 standard errors over 2000 repetitions")
  func unbiased() throws {
    var chance = SplitMix(seed: 7)
    var inputs = Tally()
    var rest = Tally()
    for _ in 0..<2000 {
      let split = try #require(
        variance([pairs(6, share: 0.3, &chance), pairs(4, share: 0.3, &chance)]).split)
      inputs.add(split.inputs)
      rest.add(split.chance)
    }
    #expect(abs(inputs.mean - 0.3) < 3.29 * inputs.standardError)
    #expect(abs(rest.mean - 0.7) < 3.29 * rest.standardError)
  }

  @Test(
    "A 95% interval of normal results covers the share in 95 of 100, within 3.29 standard errors of 600 repetitions",
    arguments: [0.0, 0.5, 0.9])
  func coverage(share: Double) throws {
    var chance = SplitMix(seed: 11)
    var hits = 0
    for _ in 0..<600 {
      let interval = try #require(variance([pairs(40, share: share, &chance)]).interval())
      if interval.contains(share) { hits += 1 }
    }
    #expect(abs(Double(hits) / 600 - 0.95) < 3.29 * (0.95 * 0.05 / 600).squareRoot())
  }

  @Test func covariances() {
    var covariance = Covariance()
    covariance.add(1, 10)
    #expect(covariance.covariance.isNaN)
    covariance.add(2, 30)
    covariance.add(6, 20)
    // Deviations -2, -1, 3 and -10, 10, 0.
    #expect(near(covariance.covariance, 5) && covariance.count == 3)
  }
}
