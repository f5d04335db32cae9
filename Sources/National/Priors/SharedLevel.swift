import ServiceModel
import Statistics

/// The path that all councils share, and each region's level about it.
struct SharedLevel {
  let years: ClosedRange<Int>
  private let path: [Int: Double]
  private let levels: [String: Double]
  private let panel: Panel

  /// A region's mean counts as so many councils' towards its level.
  private static let priorCouncils = 3.0
  /// A year's surprise before any was seen, and how many years that counts as.
  private static let priorSurprise = 0.05
  private static let priorYears = 3.0

  /// Nil where fewer than two years are known of twenty councils.
  init?(_ values: PanelSeries, _ panel: Panel, _ councils: [Int], _ span: ClosedRange<Int>) {
    var path: [Int: Double] = [:]
    for year in span {
      let known = councils.map { values[$0, year] }.filter(\.isFinite)
      if known.count >= 20 { path[year] = known.reduce(0, +) / Double(known.count) }
    }
    guard path.count >= 2, let first = path.keys.min(), let last = path.keys.max() else { return nil }
    years = first...last
    (self.path, self.panel) = (path, panel)
    var levels: [String: Double] = [:]
    for region in Set(councils.map { panel.regions[$0] }) {
      let means = councils.filter { panel.regions[$0] == region }.compactMap { council -> Double? in
        let known = path.compactMap { year, mean in
          values[council, year].isFinite ? values[council, year] - mean : nil
        }.sorted()
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
      }
      levels[region] = means.reduce(0, +) / (Double(means.count) + Self.priorCouncils)
    }
    self.levels = levels
  }

  /// The newest level of a region: what all councils share by now, and what the region has about it.
  func now(_ region: String) -> Double { (path[years.upperBound] ?? 0) + (levels[region] ?? 0) }

  /// Standard deviation of the regions' levels.
  var regional: Double {
    let known = levels.keys.sorted().compactMap { levels[$0] }
    let square = known.reduce(0) { $0 + $1 * $1 } / Double(max(known.count - 1, 1))
    return square.squareRoot()
  }

  /// The change of the path from each year to the next, where both are known.
  private var steps: [Double] {
    years.dropLast().compactMap { year in
      guard let now = path[year], let next = path[year + 1] else { return nil }
      return next - now
    }
  }

  var growth: Double { steps.isEmpty ? 0 : steps.reduce(0, +) / Double(steps.count) }

  /// Standard deviation of a year's surprise that stays, about what of the growth is held to go on.
  ///
  /// With few years it is that of the steps from each year to the next. With more it is that of changes over up to five
  /// years, for each year: what comes one year and goes the next is none. Before any such change was seen it is taken to be
  /// no more than the steps show.
  func surprise(_ keptGrowth: Double) -> Double {
    let mean = keptGrowth * growth
    let prior = Self.priorSurprise * Self.priorSurprise
    let square = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let stepping = (square + Self.priorYears * prior) / (Double(steps.count) + Self.priorYears)
    let span = min((years.count - 1) / 2, Self.longestChange)
    guard span > 1 else { return stepping.squareRoot() }
    let changes = years.compactMap { year -> Double? in
      guard let now = path[year], let later = path[year + span] else { return nil }
      return later - now - mean * Double(span)
    }
    let staying = changes.reduce(0) { $0 + $1 * $1 } / Double(span) / Double(max(changes.count, 1))
    // Changes that share years tell no more than those that do not.
    let told = Double(changes.count) / Double(span)
    return ((told * staying + min(stepping, prior)) / (told + 1)).squareRoot()
  }

  private static let longestChange = 5

  /// The years in which a council's value and the path are known.
  func known(_ series: YearlySeries, _ council: Int) -> [Int] {
    years.filter { path[$0] != nil && series.values[council, $0].isFinite }
  }

  /// Each council's deviations from its region's path.
  func units(_ series: YearlySeries, _ councils: [Int]) -> [Int: PanelLaw.Unit] {
    var units: [Int: PanelLaw.Unit] = [:]
    for council in councils {
      let level = levels[panel.regions[council]] ?? 0
      let known = known(series, council)
      guard !known.isEmpty else { continue }
      units[council] = PanelLaw.Unit(
        years: known, values: known.map { series.values[council, $0] - (path[$0] ?? 0) - level },
        chances: known.map { series.chances[council, $0] })
    }
    return units
  }
}
