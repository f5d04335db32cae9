import Evidence
import Experiments
import Results
import ScenarioFiles
import ServiceModel

extension TrialDesign {
  /// The same design, of which more is kept.
  func keeping(_ detail: ComparisonDetail) -> TrialDesign {
    TrialDesign(tables, outputs: outputs.with(detail.outputs(in: tables)), uncertain: uncertain)
  }
}

extension OutputFolder {
  /// Writes what a page of a comparison is drawn of, beside its differences.
  ///
  /// - Parameters:
  ///   - count: how many outputs each replication has before the detail.
  ///   - names: of the designs, the base first.
  func write(
    _ trials: TrialRunner.Trials, _ detail: ComparisonDetail, after count: Int, _ inputs: [ChangedInputRow],
    names: [String], _ manifest: Manifest
  ) throws(OutputFailure) {
    let origin = Origin(manifest)
    let (series, money, changed) = (Tables.comparedSeries, Tables.comparedMoney, Tables.changedInputs)
    try write(
      series.bytes(detail.series(trials, after: count, names: names), origin), as: series.name)
    try write(money.bytes(detail.money(trials, after: count, names: names), origin), as: money.name)
    try write(changed.bytes(inputs, origin), as: changed.name)
  }
}

extension ChangedInputRow {
  /// What each overlay sets otherwise than the base; of those that are given many times, each.
  ///
  /// - Parameters:
  ///   - scenarios: the base, then each overlay over it.
  ///   - names: those of the overlays.
  static func rows(_ scenarios: [Scenario<ServiceParameters>], names: [String]) -> [ChangedInputRow] {
    guard let base = scenarios.first else { return [] }
    let before = Dictionary(
      ParameterRow.rows(base).map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    return zip(names, scenarios.dropFirst()).flatMap { name, scenario in
      let rows = ParameterRow.rows(scenario)
      let now = Set(rows.map(\.path))
      let changed = rows.filter { before[$0.path] != $0.value }.map { row in
        ChangedInputRow {
          ($0.scenario, $0.path, $0.unit, $0.meaning) = (name, row.path, row.unit, row.meaning)
          ($0.baseValue, $0.value, $0.source) = (before[row.path] ?? "", row.value, row.from)
        }
      }
      let gone = ParameterRow.rows(base).filter { !now.contains($0.path) }.map { row in
        ChangedInputRow {
          ($0.scenario, $0.path, $0.unit, $0.meaning) = (name, row.path, row.unit, row.meaning)
          $0.baseValue = row.value
        }
      }
      return changed + gone
    }
  }
}
