import Statistics

/// What a forecast is held against for one measure: "as now" with a width of its own, and the same with the growth that
/// all councils had up to the origin.
///
/// Both are laws on the scale of the measure. Their standard deviations are those of the changes of the other councils
/// over as many years, of all years of the table: they know how wide to be better than a forecast made then could.
package struct Rivals: Sendable {
  package let measure: SkillMeasure
  private let panel: Panel
  private let figures: PanelSeries
  private let places: PanelSeries
  private var walks: [[Double?]] = []
  private var drifts: [[Double?]] = []

  package init(_ panel: Panel, _ measure: SkillMeasure) {
    (self.panel, self.measure) = (panel, measure)
    figures = panel.series(measure.column.name)
    places = figures.map { $0 >= measure.least ? measure.scale.place(of: $0) : .nan }
    for fold in 0..<Panel.parts {
      let others = panel.others(than: fold)
      let moves = SkillMeasure.horizons.map { changes(others, over: $0, upTo: .max) }
      walks.append(moves.map { WalkSpread.robust($0) })
      drifts.append(
        moves.map { moves in
          let mean = moves.reduce(0, +) / Double(max(moves.count, 1))
          return WalkSpread.robust(moves.map { $0 - mean })
        })
    }
  }

  /// Changes of councils over so many years, none that ends after a year.
  private func changes(_ councils: [Int], over horizon: Int, upTo last: Int) -> [Double] {
    figures.years.filter { $0 + horizon <= last }.flatMap { year in
      councils.compactMap { council -> Double? in
        let change = places[council, year + horizon] - places[council, year]
        return change.isFinite ? change : nil
      }
    }
  }

  /// The published figure of a year; nil where there is none that is scored.
  package func figure(_ code: String, _ year: Int) -> Double? {
    guard let council = panel.place(of: code) else { return nil }
    let value = figures[council, year]
    return value >= measure.least && value > 0 ? value : nil
  }

  /// "As now": the median is the figure of the origin.
  package func walk(_ code: String, from origin: Int, _ horizon: Int) -> QuantileForecast? {
    forecast(code, origin, horizon, walks) { _ in 0 }
  }

  /// "As now", and a yearly growth: the mean of the other councils' over all years up to the origin.
  package func drift(_ code: String, from origin: Int, _ horizon: Int) -> QuantileForecast? {
    forecast(code, origin, horizon, drifts) { fold in
      let yearly = changes(panel.others(than: fold), over: 1, upTo: origin)
      return Double(horizon) * yearly.reduce(0, +) / Double(max(yearly.count, 1))
    }
  }

  private func forecast(
    _ code: String, _ origin: Int, _ horizon: Int, _ spreads: [[Double?]], _ growth: (Int) -> Double
  ) -> QuantileForecast? {
    guard let council = panel.place(of: code), let place = SkillMeasure.horizons.firstIndex(of: horizon),
      let spread = spreads[panel.folds[council]][place]
    else { return nil }
    let now = places[council, origin]
    guard now.isFinite else { return nil }
    return QuantileForecast(
      middle: now + growth(panel.folds[council]), deviation: spread, on: measure.scale)
  }
}
