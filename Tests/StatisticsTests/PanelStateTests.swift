import Testing

@testable import Statistics

@Suite("Where one unit of a panel stands")
struct PanelStateTests {
  private let values = [0.3, -0.1, 0.4]

  private func unit(_ years: [Int], chance: Double = 1) -> PanelLaw.Unit {
    PanelLaw.Unit(
      years: years, values: Array(values.prefix(years.count)),
      chances: Array(repeating: chance, count: years.count))
  }

  @Test("without movement the level is the mean, drawn towards the others' by its reliability")
  func levels() {
    let law = PanelLaw(between: 0.2, innovation: 1e-9, persistence: 0.5, noise: 0.09)
    let state = law.state(of: unit([2014, 2015, 2016]), in: 2017)
    let weight = 0.04 / (0.04 + 0.09 / 3)
    #expect(near(state.level, weight * 0.2))
    #expect(abs(state.deviation) < 1e-12)
    #expect(near(state.sd, (0.04 * (1 - weight)).squareRoot()))
  }

  @Test("without levels and chance the deviation is the newest year's, fading with the persistence")
  func deviations() {
    let law = PanelLaw(between: 1e-9, innovation: 0.1, persistence: 0.6, noise: 1e-12)
    let years = unit([2014, 2015, 2016])
    let now = law.state(of: years, in: 2016)
    #expect(abs(now.deviation - 0.4) < 1e-6 && now.sd < 1e-5)
    let later = law.state(of: years, in: 2018)
    #expect(abs(later.deviation - 0.36 * 0.4) < 1e-6)
    // The variance of an autoregression two years after it was seen: innovations of both years.
    #expect(near(later.sd, 0.1 * (1 + 0.36 as Double).squareRoot(), within: 1e-6))
  }

  @Test("one year parts into level and deviation as their variances are")
  func parts() {
    let law = PanelLaw(between: 0.3, innovation: 0.2, persistence: 0.5, noise: 0.05)
    let moving = 0.04 / 0.75
    let state = law.state(of: unit([2016]), in: 2016)
    let whole = 0.09 + moving + 0.05
    #expect(near(state.level, 0.3 * 0.09 / whole))
    #expect(near(state.deviation, 0.3 * moving / whole))
    #expect(near(state.sd, ((0.09 + moving) * (1 - (0.09 + moving) / whole)).squareRoot()))
  }

  @Test("with nothing known it is as uncertain as the law says")
  func nothing() {
    let law = PanelLaw(between: 0.3, innovation: 0.2, persistence: 0.5, noise: 1)
    let state = law.state(of: unit([]), in: 2016)
    #expect(state.level == 0 && state.deviation == 0)
    #expect(near(state.sd, (0.09 + 0.04 / 0.75).squareRoot()))
  }
}
