import CGSL
import DiscreteEvents
import Testing

/// The laws that are drawn in place of GSL's samplers, against GSL's samplers on the same stream: the same words are
/// used, and the same numbers come out.
@Suite("Draws in place of GSL's")
struct SamplersOfGSLTests {
  /// What both draw, 24,000 numbers in 2,000 streams.
  private func pairs(
    _ ours: (RandomStream) -> Double, _ theirs: (UnsafeMutablePointer<gsl_rng>) -> Double
  ) -> [(Double, Double)] {
    let first = RandomStreams(seed: 41, replication: 0)
    let second = RandomStreams(seed: 41, replication: 0)
    return (0..<2_000 as Range<UInt64>).flatMap { entity in
      let (mine, other) = (first.stream(3, entity: entity), second.stream(3, entity: entity))
      let drawn = (0..<12).map { _ in (ours(mine), theirs(other.generator)) }
      // Neither has read on further than the other.
      #expect(mine.word() == other.word())
      return drawn
    }
  }

  @Test("Lognormal, to the last bit")
  func lognormal() {
    for (mine, other) in pairs({ $0.lognormal(mu: 4.4, sigma: 0.8) }, { gsl_ran_lognormal($0, 4.4, 0.8) }) {
      #expect(mine == other)
    }
  }

  @Test("Weibull, to the last bit")
  func weibull() {
    for (mine, other) in pairs({ $0.weibull(shape: 1.7, scale: 30) }, { gsl_ran_weibull($0, 30, 1.7) }) {
      #expect(mine == other)
    }
  }

  @Test("Uniform, to the last bit")
  func uniform() {
    for (mine, other) in pairs({ $0.uniform() }, { gsl_rng_uniform($0) }) { #expect(mine == other) }
    for (mine, other) in pairs({ $0.uniformPositive() }, { gsl_rng_uniform_pos($0) }) {
      #expect(mine == other)
    }
  }

  @Test("Exponential, to two units in the last place")
  func exponential() {
    for (mine, other) in pairs({ $0.exponential(mean: 120) }, { gsl_ran_exponential($0, 120) }) {
      #expect(abs(mine - other) <= 2 * other.ulp)
    }
  }

  @Test("A generator of GSL's own is drawn from as well")
  func mersenneTwister() throws {
    let first = try #require(gsl_rng_alloc(caseload_mt19937()))
    let second = try #require(gsl_rng_alloc(caseload_mt19937()))
    defer {
      gsl_rng_free(first)
      gsl_rng_free(second)
    }
    gsl_rng_set(first, 4_357)
    gsl_rng_set(second, 4_357)
    let stream = RandomStream(generator: first)
    for _ in 0..<1_000 {
      #expect(stream.lognormal(mu: 1, sigma: 2) == gsl_ran_lognormal(second, 1, 2))
      #expect(stream.uniform() == gsl_rng_uniform(second))
      #expect(stream.word() == UInt64(gsl_rng_get(second)))
    }
  }
}
