import Results
import Statistics

/// `summary.csv`: one row for each point and output.
struct SummaryTable {
  private let file: TableFile
  private let outputs: [SweepManifest.Column]

  init(_ path: String, _ manifest: SweepManifest, _ origin: Origin) throws(OutputFailure) {
    outputs = manifest.outputs
    file = try TableFile(
      path,
      columns: ["point", "point_id", "status"] + manifest.varied.map(\.name) + [
        "output", "unit", "n_reps", "mean", "mc_se", "ci_lo", "ci_hi", "p10", "p50", "p90",
      ], origin: origin)
  }

  /// Writes the rows of a point and returns the means of its outputs.
  func write(
    _ number: Int, _ id: String, _ status: String, _ values: [String], _ rows: [[Double]]
  ) throws(OutputFailure) -> [Double] {
    var means: [Double] = []
    for (place, output) in outputs.enumerated() {
      let estimate = Estimate(rows.map { $0[place] })
      means.append(estimate.mean)
      file.cell(number)
      for cell in [id, status] + values + [output.name, output.unit] { file.cell(cell) }
      file.cell(estimate.n)
      let numbers = [
        estimate.mean, estimate.standardError, estimate.interval.lowerBound, estimate.interval.upperBound,
        estimate.p10, estimate.p50, estimate.p90,
      ]
      for number in numbers { file.cell(estimate.n > 0 ? number : nil) }
      try file.endRow()
    }
    return means
  }

  func commit() throws(OutputFailure) { try file.commit() }
}

/// `results_long.csv`: one row for each point, replication and output.
struct LongTable {
  private let file: TableFile
  private let outputs: [SweepManifest.Column]

  init(_ path: String, _ manifest: SweepManifest, _ origin: Origin) throws(OutputFailure) {
    outputs = manifest.outputs
    file = try TableFile(
      path, columns: ["point_id", "rep"] + manifest.varied.map(\.name) + ["output", "unit", "value"],
      origin: origin)
  }

  func write(_ id: String, _ values: [String], _ rows: [[Double]]) throws(OutputFailure) {
    for (rep, row) in rows.enumerated() {
      for (place, output) in outputs.enumerated() {
        file.cell(id)
        file.cell(rep)
        for cell in values + [output.name, output.unit] { file.cell(cell) }
        file.cell(row[place])
        try file.endRow()
      }
    }
  }

  func commit() throws(OutputFailure) { try file.commit() }
}
