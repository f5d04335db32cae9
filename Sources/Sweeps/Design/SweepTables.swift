import Results
import Statistics

/// The tables of a sweep, written point by point; memory does not grow with the points.
struct SweepTables {
  /// A row for each point and replication, each point and output, and each of all three where asked for.
  private let results, summary: TableFile
  private let long: TableFile?
  /// Of each output; nil where twins were turned off: then inputs and chance cannot be told apart.
  private var variances: [SweepVariance]?
  private let outputs: [StoreShape.Column]
  private let origin: Origin
  private let folder: String

  init(_ folder: String, _ manifest: SweepManifest, isLong: Bool) throws(OutputFailure) {
    func table(_ name: String, _ columns: [String]...) throws(OutputFailure) -> TableFile {
      try TableFile(folder + "/" + name, columns: columns.flatMap { $0 }, origin: manifest.origin)
    }
    let paths = manifest.varied.map(\.name)
    outputs = manifest.outputs
    origin = manifest.origin
    self.folder = folder
    results = try table("results.csv", ["point_id", "rep", "status"], paths, outputs.map(\.name))
    summary = try table(
      "summary.csv", ["point", "point_id", "status"], paths,
      ["output", "unit", "n_reps", "mean", "mc_se", "ci_lo", "ci_hi", "p10", "p50", "p90"])
    long =
      isLong ? try table("results_long.csv", ["point_id", "rep"], paths, ["output", "unit", "value"]) : nil
    if manifest.twinSetting != .off {
      variances = outputs.map { _ in SweepVariance(manifest.twinSetting) }
    }
  }

  /// Writes what is known of a point, and returns what its replications say of its outputs.
  mutating func enter(
    _ number: Int, _ id: String, _ status: String, _ values: [String], _ point: PointResult?
  ) throws(OutputFailure) -> [Estimate] {
    let rows = point?.rows ?? []
    for (rep, row) in rows.enumerated() {
      results.cell(id)
      results.cell(rep)
      for cell in [status] + values { results.cell(cell) }
      for output in row { results.cell(output) }
      try results.endRow()
      if let long { try write(id, rep, values, row, to: long) }
    }
    if rows.isEmpty {
      for cell in [id, "", status] + values + outputs.map({ _ in "" }) { results.cell(cell) }
      try results.endRow()
    }
    if status == "done", let point {
      for place in variances?.indices ?? 0..<0 {
        variances?[place].enter(
          rows.map { $0[place] }, twins: point.twins.map { ($0.replication, $0.row[place]) })
      }
    }
    var estimates: [Estimate] = []
    for (place, output) in outputs.enumerated() {
      let estimate = Estimate(rows.map { $0[place] })
      estimates.append(estimate)
      summary.cell(number)
      for cell in [id, status] + values + [output.name, output.unit] { summary.cell(cell) }
      summary.cell(estimate.n)
      let numbers = [
        estimate.mean, estimate.standardError, estimate.interval.lowerBound, estimate.interval.upperBound,
        estimate.p10, estimate.p50, estimate.p90,
      ]
      for number in numbers { summary.cell(estimate.n > 0 ? number : nil) }
      try summary.endRow()
    }
    return estimates
  }

  private func write(
    _ id: String, _ rep: Int, _ values: [String], _ row: [Double], to long: TableFile
  ) throws(OutputFailure) {
    for (output, value) in zip(outputs, row) {
      long.cell(id)
      long.cell(rep)
      for cell in values + [output.name, output.unit] { long.cell(cell) }
      long.cell(value)
      try long.endRow()
    }
  }

  /// Puts the files under their names. Returns the splits of the outputs' variances, in their order, where there are any.
  func commit() throws(OutputFailure) -> [SweepVariance.Split]? {
    try TableFile.commit([results, summary] + (long.map { [$0] } ?? []))
    guard let variances else { return nil }
    let rows = zip(outputs, variances).map(SweepVariance.Row.init)
    let table = SweepVariance.table
    try WholeFile.write(table.bytes(rows, origin), to: folder + "/" + table.name)
    return rows.map(\.split)
  }
}
