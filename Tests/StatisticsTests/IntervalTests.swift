import Testing

@testable import Statistics

@Suite("Intervals")
struct IntervalTests {
  @Test func endsAndMiddle() {
    let interval = Interval(centre: 5, halfWidth: 2)
    #expect(interval == Interval(lower: 3, upper: 7) && interval.centre == 5 && interval.halfWidth == 2)
    #expect(
      interval.contains(3) && interval.contains(7) && !interval.contains(7.1) && !interval.contains(2.9))
  }

  // Source: standard tables of the normal and Student laws.
  @Test func criticalValues() {
    #expect(near(CriticalValue.normal(confidence: 0.95), 1.959963984540054))
    #expect(near(CriticalValue.studentT(confidence: 0.95, degreesOfFreedom: 9), 2.262157162740992))
    #expect(near(CriticalValue.studentT(confidence: 0.9, degreesOfFreedom: 1), 6.313751514675043))
    #expect(near(CriticalValue.studentT(confidence: 0.99, degreesOfFreedom: 1e7), 2.5758295, within: 1e-6))
  }

  // Source: A. M. Law, Simulation Modeling and Analysis, chapter 9: 2.03 give or take 0.32 at 90 per cent.
  @Test func studentInterval() throws {
    let tally = Tally([1.53, 1.66, 1.24, 2.34, 2.0, 1.69, 2.69, 2.86, 1.7, 2.6])
    let interval = try #require(tally.meanInterval(confidence: 0.9))
    #expect(near(interval.lower, 1.7087166, within: 1e-7) && near(interval.upper, 2.3532834, within: 1e-7))
    #expect(near(try #require(tally.relativeHalfWidth(confidence: 0.9)), 0.3222834 / 2.031, within: 1e-7))
  }

  @Test func intervalsThatCannotBe() {
    #expect(Tally([1]).meanInterval() == nil && Tally().relativeHalfWidth() == nil)
    #expect(Tally([-1, 1]).relativeHalfWidth() == .infinity)
    #expect(Tally([0, 0]).relativeHalfWidth() == 0)
  }

  // Source: closed forms; the verification case of breach probabilities.
  @Test func proportions() {
    let some = Proportion(successes: 73, trials: 500)
    #expect(near(some.estimate, 0.146))
    #expect(near(some.interval().lower, 0.11774877, within: 1e-8))
    #expect(near(some.interval(.clopperPearson).upper, 0.18003923, within: 1e-8))
  }

  @Test func noneOfFiveHundredIsFewerThanABound() {
    func bound(_ trials: Int, _ rule: Proportion.Rule) -> Double {
      Proportion(successes: 0, trials: trials).interval(rule).upper
    }
    #expect(near(bound(500, .wilson), 0.00762434, within: 1e-8))
    // The exact bound has a closed form: 1 - 0.025 to the power 1/500.
    #expect(near(bound(500, .clopperPearson), 0.00735061, within: 1e-8))
    #expect(near(bound(1, .clopperPearson), 0.975, within: 1e-12))
  }

  @Test("Intervals mirror when successes and failures change places", arguments: Proportion.Rule.allCases)
  func mirror(rule: Proportion.Rule) {
    for successes in 0...20 {
      let one = Proportion(successes: successes, trials: 20).interval(rule, confidence: 0.9)
      let other = Proportion(successes: 20 - successes, trials: 20).interval(rule, confidence: 0.9)
      #expect(
        near(one.lower, 1 - other.upper, within: 1e-9) && near(one.upper, 1 - other.lower, within: 1e-9))
      #expect(one.contains(Double(successes) / 20) && one.lower >= 0 && one.upper <= 1)
    }
  }

  // Source: the tails themselves: the binomial probability beyond each end is 0.025.
  @Test("Lopsided exact intervals", arguments: [(50, 100_000), (1, 10_000_000), (99_950, 100_000)])
  func lopsided(successes: Int, trials: Int) {
    let interval = Proportion(successes: successes, trials: trials).clopperPearson()
    let below = SpecialFunctions.binomialCumulative(successes, trials: trials, probability: interval.upper)
    let upTo = SpecialFunctions.binomialCumulative(successes - 1, trials: trials, probability: interval.lower)
    #expect(near(below, 0.025, within: 1e-7) && near(1 - upTo, 0.025, within: 1e-7))
  }

  @Test("The exact interval covers at least as often as it says")
  func exactCoverage() {
    let trials = 40
    for p in [0.01, 0.1, 0.35, 0.5, 0.83] {
      var coverage = 0.0
      for successes in 0...trials {
        let proportion = Proportion(successes: successes, trials: trials)
        guard proportion.clopperPearson().contains(p) else { continue }
        coverage +=
          SpecialFunctions.binomialCumulative(successes, trials: trials, probability: p)
          - SpecialFunctions.binomialCumulative(successes - 1, trials: trials, probability: p)
      }
      #expect(coverage >= 0.95)
    }
  }
}
