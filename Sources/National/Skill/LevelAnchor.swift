import Foundation
import Statistics

/// What councils' own years lead to expect of the scored measures in years to come, under the law by which councils vary
/// about their region's level, strictly of what was known at an origin.
///
/// The middle is the region's newest level, the council's own about it, what is left by then of its deviation from that, and
/// what of the growth that all councils share is held to go on. The spread is what is not known of these, the chance of a
/// single year, and what surprises all councils together. Children looked after have a regression of their own, `Anchor`.
package struct LevelAnchor: Sendable {
  private struct Part: Sendable {
    let measure: SkillMeasure
    let prior: DriftPrior
    let series: YearlySeries
    let level: SharedLevel
  }

  private let panel: Panel
  private let known: Int
  private let population: PanelSeries
  private let parts: [String: Part]

  /// - Parameters:
  ///   - prior: the law of each measure.
  ///   - known: the newest year whose figures are used.
  ///   - measures: those that are asked for.
  package init(
    _ panel: Panel, _ prior: PriorEstimate, known: Int, of measures: [SkillMeasure] = SkillMeasure.all
  ) {
    (self.panel, self.known) = (panel, known)
    population = panel.series("population_0_17", upTo: known - 1)
    let learned = panel.others(than: prior.fold ?? -1)
    var parts: [String: Part] = [:]
    for measure in measures {
      guard let found = prior.measures[measure.column.name] else { continue }
      let series = YearlySeries(measure, panel, upTo: known)
      let span = PriorEstimate.span(isSpending: measure.isSpending, upTo: known)
      guard let level = SharedLevel(series.values, panel, learned, span) else { continue }
      parts[measure.column.name] = Part(measure: measure, prior: found, series: series, level: level)
    }
    self.parts = parts
  }

  /// The law of a measure so many years after the newest that is known, on the measure's scale; nil where too little is
  /// known of it, or of the council.
  package func law(_ code: String, _ measure: SkillMeasure, _ horizon: Int) -> Anchor.Law? {
    guard let place = panel.place(of: code), let part = parts[measure.column.name],
      let unit = part.level.units(part.series, [place])[place],
      let newest = part.level.known(part.series, place).last
    else { return nil }
    let children = measure.isCounted ? YearlySeries.children(population, place, known) : 1
    guard children.isFinite else { return nil }
    let (law, years) = (part.prior.law, Double(horizon))
    let state = law.state(of: unit, in: known + horizon)
    let growth = years * measure.keptGrowth * part.prior.growth
    let chance = law.noise * part.series.chances[place, newest]
    let shared = years * part.prior.nationalSd * part.prior.nationalSd
    return Anchor.Law(
      middle: part.level.now(panel.regions[place]) + log(children) + state.level + state.deviation + growth,
      deviation: (state.sd * state.sd + chance + shared).squareRoot())
  }
}
