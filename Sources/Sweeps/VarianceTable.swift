import Results
import Statistics

/// `variance.csv` of a sweep: one row for each output.
struct VarianceTable {
  private let path: String
  private let outputs: [StoreShape.Column]
  private let origin: Origin
  private var variances: [SweepVariance]

  /// Nil where twins were turned off: then inputs and chance cannot be told apart.
  init?(_ path: String, _ manifest: SweepManifest, _ origin: Origin) {
    guard manifest.twinSetting != .off else { return nil }
    self.path = path
    self.origin = origin
    outputs = manifest.outputs
    variances = outputs.map { _ in SweepVariance(manifest.twinSetting) }
  }

  /// Enters a finished point.
  mutating func enter(_ point: PointResult) {
    for place in variances.indices {
      variances[place].enter(
        point.rows.map { $0[place] }, twins: point.twins.map { ($0.replication, $0.row[place]) })
    }
  }

  /// Writes the table and returns its splits in the order of the outputs.
  func commit() throws(OutputFailure) -> [SweepVariance.Split] {
    let file = try TableFile(
      path,
      columns: [
        "output", "unit", "points", "n_twins", "mean", "variance", "between_points_variance",
        "inputs_variance", "chance_variance", "between_points_share", "inputs_share", "chance_share",
        "inputs_share_ci_lo", "inputs_share_ci_hi",
      ], origin: origin)
    for (output, variance) in zip(outputs, variances) {
      let split = variance.split
      file.cell(output.name)
      file.cell(output.unit)
      file.cell(variance.points)
      file.cell(variance.pairs)
      for number in [
        variance.mean, split.total, split.between, split.inputs, split.chance, split.share(split.between),
        split.share(split.inputs), split.share(split.chance),
      ] { file.cell(number) }
      file.cell(split.interval?.lower)
      file.cell(split.interval?.upper)
      try file.endRow()
    }
    try file.commit()
    return variances.map(\.split)
  }
}
