import Experiments
import Foundation
import Parameters
import Results
import Statistics

extension SweepFolder {
  /// What came of the sweep in the folder: its design and its merged store are read, which are refused where they are not
  /// what was written.
  ///
  /// - Parameter objective: the output by which points are ranked; the cost, or the first that has a better way, where
  ///   nil.
  package func findings(objective name: String?) throws -> SweepFindings {
    guard let manifest = try manifest() else { throw Failure.none(path: path) }
    try checkDesign(manifest)
    let place = path + "/results.sqlite"
    guard FileManager.default.fileExists(atPath: place) else {
      throw ReadFailure.foreign(
        path: path, reason: "its parts are not merged yet: `caseload merge \(path)` makes one of them")
    }
    let objective = try SweepObjective(name, manifest)
    var found = SweepFindings(manifest)
    found.objective = objective?.place
    let store = try ResultStore(reading: place, shape: manifest.shape)
    var variances = manifest.outputs.map { _ in SweepVariance(manifest.twinSetting) }
    var ranked: [[Double]] = []
    for number in 1...max(1, manifest.points) {
      guard let point = try store.point(number), point.status != .failed, !point.rows.isEmpty else {
        found.failed += 1
        continue
      }
      let outputs = manifest.outputs.indices.map { output in point.rows.map { $0[output] } }
      for (output, values) in outputs.enumerated() {
        variances[output].enter(values, twins: point.twins.map { ($0.replication, $0.row[output]) })
      }
      found.points.append(
        .init(id: point.id, values: point.values.map(\.text), estimates: outputs.map { Estimate($0) }))
      ranked.append(objective.map { outputs[$0.place] } ?? [])
    }
    try store.close()
    if let objective { found.rank(ranked, objective) }
    if manifest.twinSetting != .off { found.shares = variances.map { SweepFindings.Shares($0.split) } }
    return found
  }
}

extension SweepFindings {
  fileprivate init(_ manifest: SweepManifest) {
    self.init()
    (title, changed, command) = (manifest.scenario, manifest.changed, manifest.command)
    (scenarioHash, modelVersion) = (manifest.scenarioHash, manifest.modelVersion)
    (dataAsOf, seed) = (manifest.dataAsOf, String(manifest.seed))
    (wanted, replications) = (manifest.points, manifest.replications)
    varied = manifest.varied.map { Quantity(name: $0.name, unit: $0.unit) }
    outputs = manifest.outputs.map { Quantity(name: $0.name, unit: $0.unit, better: $0.better) }
  }

  /// Finds the best point, and how far each other is from it, replication by replication.
  fileprivate mutating func rank(_ values: [[Double]], _ objective: SweepObjective) {
    let means = points.map { $0.estimates[objective.place].mean }
    let known = points.indices.filter { means[$0].isFinite }
    guard let first = known.first else { return }
    let best = known.dropFirst().reduce(first) { objective.prefers(means[$1], to: means[$0]) ? $1 : $0 }
    self.best = best
    var paired: [(point: Int, comparison: PairedComparison)] = []
    for point in points.indices where point != best {
      let pairs = zip(values[point], values[best]).filter { $0.0.isFinite && $0.1.isFinite }
      if let comparison = PairedComparison(pairs.map(\.0), pairs.map(\.1)) {
        paired.append((point, comparison))
      }
    }
    let adjusted = MultipleComparisons.holm(paired.map(\.comparison.pValue))
    for (item, pValue) in zip(paired, adjusted) {
      let interval = item.comparison.interval()
      points[item.point].beyondBest = Beyond(
        mean: item.comparison.meanDifference, lower: interval.lower, upper: interval.upper,
        isApart: pValue <= 0.05 && item.comparison.meanDifference != 0)
    }
  }
}

extension SweepFindings.Shares {
  fileprivate init(_ split: SweepVariance.Split) {
    let shares = split.shares
    func inside(_ share: Double) -> Double { min(1, max(0, share)) }
    self.init(
      varied: shares.varied, inputs: shares.inputs, chance: shares.chance,
      inputsRange: split.interval.map { inside($0.lower)...max(inside($0.lower), inside($0.upper)) })
  }
}
