import Experiments
import Results

/// What an overlay saves, by class. The class follows from the baseline, which is the flat service: what is spent below
/// it is cashable, since it can be taken from a budget; what stops spending from rising above it is cost avoidance, which
/// no budget holds. They are different things and are never added together.
package struct Savings: Sendable {
  package enum Class: String, Sendable, CaseIterable {
    case cashable
    case avoidance
    /// Spending that the overlay adds.
    case addedCost = "added_cost"

    var meaning: String {
      switch self {
      case .cashable: "spending below the flat number's: can be taken from the budget"
      case .avoidance: "growth above the flat number's that does not happen: no budget holds it"
      case .addedCost: "spending that the overlay adds in this year"
      }
    }
  }

  let overlay: String
  let labels: [String]
  /// `parts[class][year][replication]`, pounds of the day.
  let parts: [[[Double]]]
  let count: Int

  /// The two parts of a saving in one year of one replication, and what is added where it is none.
  ///
  /// - Parameters: pounds of the base, with the overlay, and of the baseline.
  package static func split(base: Double, with: Double, baseline: Double) -> [Class: Double] {
    let below = max(0, baseline - with) - max(0, baseline - base)
    let above = max(0, base - baseline) - max(0, with - baseline)
    let isSaving = base >= with
    return [
      .cashable: isSaving ? below : 0, .avoidance: isSaving ? above : 0,
      .addedCost: isSaving ? 0 : with - base,
    ]
  }

  /// Runs the scenario with the overlay and holds it against the first replications of the result.
  package init(
    _ runs: VariantRuns, overlay: String, base: MonthlyReadings, replications: Int,
    progress: @escaping VariantRuns.Progress = { _ in }
  ) async throws {
    self.overlay = overlay
    let scenario = try runs.scenario(sets: [], overlays: [overlay])
    let readings = try await runs.readings(
      scenario, min(replications, base.count), progress: progress, isWanted: GrowthCost.isWanted)
    let without = try GrowthCost(base.first(readings.count), budgets: nil)
    let with = try GrowthCost(readings, budgets: nil)
    labels = without.labels
    count = readings.count
    let (one, two, flat) = (
      without.stream(\.actual, isReal: false), with.stream(\.actual, isReal: false),
      without.stream(\.flat, isReal: false)
    )
    parts = Class.allCases.map { kind in
      one.indices.map { year in
        one[year].indices.map { replication in
          Savings.split(
            base: one[year][replication], with: two[year][replication], baseline: flat[year][replication])[
              kind] ?? 0
        }
      }
    }
  }

  /// Each class in each year.
  package var rows: [SavingRow] {
    zip(Class.allCases, parts).flatMap { kind, years in
      zip(labels, years).map { row(kind, $0, $1) }
    }
  }

  /// Each class over all years.
  package var totals: [SavingRow] {
    zip(Class.allCases, parts).map { kind, years in
      row(kind, "all", (0..<count).map { replication in years.reduce(0) { $0 + $1[replication] } })
    }
  }

  private func row(_ kind: Class, _ year: String, _ pounds: [Double]) -> SavingRow {
    var row = SavingRow.blank
    (row.overlay, row.year, row.kind, row.meaning) = (overlay, year, kind.rawValue, kind.meaning)
    (row.replications, row.saving) = (count, Spread(pounds))
    return row
  }
}
