import Statistics
import TestSupport
import Testing

@Suite("What is told of pairs")
struct PairedProportionTests {
  @Test("The interval of a difference, by hand")
  func byHand() throws {
    // Twelve of fifty pairs differ one way and four the other.
    let pairs = PairedProportions(onlyFirst: 12, onlySecond: 4, pairs: 50)
    #expect(pairs.difference == 0.16)
    let size = 52.0
    let half = 1.959_963_985 * (17 - 64 / size).squareRoot() / size
    #expect(abs(pairs.interval().lower - (8 / size - half)) < 1e-9)
    #expect(abs(pairs.interval().upper - (8 / size + half)) < 1e-9)
    #expect(PairedProportions([true, true, false], [false, true, true])?.difference == 0)
    #expect(PairedProportions([], []) == nil && PairedProportions([true], []) == nil)
  }

  @Test("Pairs that are all alike leave a doubt, the smaller the more there are")
  func alike() {
    let few = PairedProportions(onlyFirst: 0, onlySecond: 0, pairs: 20).interval()
    let many = PairedProportions(onlyFirst: 0, onlySecond: 0, pairs: 200).interval()
    #expect(few.lower < -0.08 && few.upper > 0.08)
    #expect(many.upper < 0.011 && many.contains(0))
  }

  @Test("The interval covers a known difference in about 95% of samples")
  func coverage() {
    var numbers = SplitMix(seed: 3)
    for (first, second) in [(0.1, 0.05), (0.3, 0.1), (0.02, 0.02)] {
      var covered = 0
      for _ in 0..<2000 {
        var (one, two) = (0, 0)
        for _ in 0..<60 {
          let number = Double.random(in: 0..<1, using: &numbers)
          if number < first { one += 1 } else if number < first + second { two += 1 }
        }
        let pairs = PairedProportions(onlyFirst: one, onlySecond: two, pairs: 60)
        if pairs.interval().contains(first - second) { covered += 1 }
      }
      #expect(covered > 1860, "\(first) \(second): \(covered)")
    }
  }

  @Test("A ratio of means has the bounds of Fieller, or none")
  func ratio() throws {
    let found = try #require(RatioOfMeans([2, 4, 6, 8, 10], over: [1, 2, 3, 4, 6]))
    #expect(abs(found.ratio - 30.0 / 16) < 1e-12)
    #expect(found.interval.lower < found.ratio && found.ratio < found.interval.upper)
    // At each end the two means differ by just as much as chance explains.
    for end in [found.interval.lower, found.interval.upper] {
      let differences = Tally(zip([2.0, 4, 6, 8, 10], [1.0, 2, 3, 4, 6]).map { $0 - end * $1 })
      let size = abs(differences.mean) / differences.standardError
      #expect(abs(size - CriticalValue.studentT(confidence: 0.95, degreesOfFreedom: 4)) < 1e-6)
    }
    #expect(RatioOfMeans([1, 2, 3], over: [-1, 0, 1]) == nil)
    #expect(RatioOfMeans([1], over: [1]) == nil)
  }

  @Test("The turn lies between the nearest values that can be told apart")
  func turning() {
    let trials = [(0.0, 5), (1.0, 20), (2.0, 70), (3.0, 95)].map {
      (value: $0.0, share: Proportion(successes: $0.1, trials: 100))
    }
    let range = TurningRange(trials, share: 0.5, rises: true)
    #expect(range.below == 1 && range.above == 2)
    #expect(range.ends(rises: true) == (1, 2))
    let near = TurningRange(
      trials.map { ($0.value, $0.value == 1 ? Proportion(successes: 45, trials: 100) : $0.share) },
      share: 0.5,
      rises: true)
    #expect(near.below == 0 && near.above == 2)
    let falling = TurningRange(trials.map { (3 - $0.value, $0.share) }, share: 0.5, rises: false)
    #expect(falling.ends(rises: false) == (1, 2))
    #expect(TurningRange(trials, share: 0.99, rises: true).above == nil)
  }
}
