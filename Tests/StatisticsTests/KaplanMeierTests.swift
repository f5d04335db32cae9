import TestSupport
import Testing

@testable import Statistics

@Suite("Kaplan-Meier")
struct KaplanMeierTests {
  // Source: E. J. Freireich and others, Blood 21, 1963: weeks of remission under 6-mercaptopurine.
  static let remission = KaplanMeier(
    [6, 6, 6, 7, 10, 13, 16, 22, 23].map { KaplanMeier.Spell(exit: $0, ended: true) }
      + [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map { KaplanMeier.Spell(exit: $0, ended: false) })

  @Test func numbersAtRisk() {
    #expect(Self.remission.steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
    #expect(Self.remission.steps.map(\.ended) == [3, 1, 1, 1, 1, 1, 1])
    #expect(Self.remission.exposure == 359 && Self.remission.ended == 9)
  }

  @Test func readings() throws {
    let curve = Self.remission
    #expect(curve.survival(at: 5.9) == 1 && near(curve.survival(at: 6), 18.0 / 21))
    #expect(near(curve.survival(at: 1000), 0.448179, within: 1e-6))
    #expect(curve.median == 23 && curve.step(at: 3) == nil)
    #expect(near(try #require(curve.exponentialRate), 9.0 / 359))
  }

  @Test("Without censoring it is the share of the sample, with the binomial error")
  func noCensoring() {
    var random = SplitMix(seed: 41)
    let times = random.uniforms(60)
    let curve = KaplanMeier(times.map { .init(exit: $0, ended: true) })
    for (rank, step) in curve.steps.enumerated() {
      let share = Double(59 - rank) / 60
      #expect(near(step.survival, share, within: 1e-12))
      #expect(near(step.standardError, (share * (1 - share) / 60).squareRoot(), within: 1e-12))
    }
  }

  @Test("Late entrants count only from when they entered")
  func lateEntry() {
    let curve = KaplanMeier([
      .init(exit: 2, ended: true), .init(entry: 1, exit: 3, ended: true),
      .init(entry: 2, exit: 4, ended: false),
      .init(entry: 3, exit: 3, ended: true),
    ])
    #expect(curve.steps.map(\.atRisk) == [2, 2] && curve.steps.map(\.survival) == [0.5, 0.25])
    #expect(curve.exposure == 6 && curve.ended == 2)
  }

  @Test func spellsOfNoLength() {
    let curve = KaplanMeier([.init(exit: 0, ended: true), .init(exit: 1, ended: false)])
    #expect(curve.steps.map(\.survival) == [0.5] && curve.median == 0)
    #expect(KaplanMeier([]).exponentialRate == nil && KaplanMeier([]).median == nil)
  }

  @Test("Cutting an exponential sample at fixed times leaves the curve near the law")
  func exponentialLaw() throws {
    var random = SplitMix(seed: 42)
    let lives = random.uniforms(2000).map { -2 * logarithm(1 - $0) }
    let curve = KaplanMeier(lives.map { .init(exit: min($0, 3), ended: $0 < 3) })
    for time in [0.5, 1, 2, 2.9] {
      let step = try #require(curve.step(at: time))
      #expect(abs(step.survival - exponential(-time / 2)) < 3.29 * step.standardError)
    }
    #expect(abs(try #require(curve.exponentialRate) - 0.5) < 0.05)
  }
}
