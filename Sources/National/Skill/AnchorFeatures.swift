import Foundation

/// What the regression knows of every council in a year, each feature standardised over the councils it is learned from.
struct AnchorFeatures: Sendable {
  let panel: Panel
  private let learned: [Int]
  private let lookedAfter: PanelSeries
  private let older: PanelSeries
  private let flows: [PanelSeries]
  /// Of children in need and on plans, which are known from 2013.
  private let needs: [PanelSeries]
  private let population: PanelSeries

  private static let least = 20.0
  private static let span = 5

  init(_ panel: Panel, upTo last: Int, learnedFrom learned: [Int]) {
    (self.panel, self.learned) = (panel, learned)
    func series(_ name: String) -> PanelSeries { panel.series(name, upTo: last) }
    lookedAfter = series("children_looked_after")
    older = series("children_looked_after/age=16plus")
    flows = [series("cla_started"), series("cla_ceased")]
    needs = [series("children_in_need"), series("child_protection_plans")]
    population = panel.series("population_0_17", upTo: last - 1)
  }

  /// The logarithm of children looked after; not a number below twenty.
  func place(_ council: Int, _ year: Int) -> Double {
    let count = lookedAfter[council, year]
    return count >= Self.least ? log(count) : .nan
  }

  /// The features of each council in a year.
  func of(_ year: Int) -> [[Double]] {
    let columns = raw(year).map(standardised)
    return panel.codes.indices.map { council in columns.map { $0[council] } }
  }

  private func raw(_ year: Int) -> [[Double]] {
    let councils = panel.codes.indices
    // No ages were published of 2020: the share is that of the year before.
    let aged = [year, year - 1].first { year in councils.contains { older[$0, year].isFinite } } ?? year
    let counted = [year - 1, year, year + 1].first { year in
      councils.contains { population[$0, year].isFinite }
    }
    let start = max(lookedAfter.years.lowerBound, year - Self.span)
    let growth = councils.map { council in
      (place(council, year) - place(council, start)) / Double(max(year - start, 1))
    }
    let mean = Self.mean(learned.map { growth[$0] })
    var regional: [String: Double] = [:]
    for region in Set(panel.regions) {
      regional[region] = Self.mean(learned.filter { panel.regions[$0] == region }.map { growth[$0] })
    }
    func each(_ value: (Int) -> Double) -> [Double] { councils.map(value) }
    func ratio(_ series: PanelSeries) -> [Double] {
      each { log(series[$0, year] / lookedAfter[$0, year]) }
    }
    return [each { older[$0, aged] / lookedAfter[$0, aged] }] + flows.map(ratio) + [
      each { council in counted.map { log(lookedAfter[council, year] / population[council, $0]) } ?? .nan },
      each { (regional[panel.regions[$0]] ?? .nan) - mean }, growth.map { $0 - mean },
    ] + needs.map(ratio)
  }

  /// About the mean of the councils learned from, in their standard deviations; 0 where it is not known.
  private func standardised(_ column: [Double]) -> [Double] {
    let known = learned.map { column[$0] }.filter(\.isFinite)
    guard known.count > 1 else { return column.map { _ in 0 } }
    let mean = Self.mean(known)
    let square = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count - 1)
    guard square > 0 else { return column.map { _ in 0 } }
    return column.map { $0.isFinite ? ($0 - mean) / square.squareRoot() : 0 }
  }

  private static func mean(_ numbers: [Double]) -> Double {
    let known = numbers.filter(\.isFinite)
    return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
  }
}
