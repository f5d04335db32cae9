/// Writes a comparison: `comparison.csv` and the manifest.
package enum ComparisonFiles {
  /// Writes both files; the folder still has to be committed.
  package static func write(
    _ rows: [ComparisonRow], base: String, manifest: Manifest, to folder: OutputFolder
  ) throws(OutputFailure) {
    try folder.write(table(rows, base: base, manifest), as: ResultFile.comparison)
    try folder.write(ManifestJSON.value(ResultSet(manifest: manifest)).text, as: ResultFile.manifest)
  }

  package static let columns = [
    "scenario", "base", "output", "unit", "better", "n_reps", "base_mean", "mean", "difference", "mc_se",
    "ci_lo",
    "ci_hi", "p_value", "p_holm", "p_better", "p_better_lo", "p_better_hi", "correlation",
    "variance_reduction",
    "independent_half_width", "delta", "verdict",
  ]

  package static func table(_ rows: [ComparisonRow], base: String, _ manifest: Manifest) -> [UInt8] {
    var text = CSVText(columns: columns, origin: Origin(manifest))
    for row in rows {
      text.cells([row.scenario, base, row.output, row.unit, row.better])
      text.cell(row.n)
      let numbers = [
        row.baseMean, row.mean, row.difference, row.standardError, row.lower, row.upper, row.pValue,
        row.adjustedPValue, row.shareBetter, row.shareBetterRange?.lowerBound,
        row.shareBetterRange?.upperBound,
        row.correlation, row.varianceReduction, row.independentHalfWidth, row.indifference,
      ]
      for number in numbers { text.cell(number) }
      text.cell(row.verdict.rawValue)
      text.endRow()
    }
    return text.bytes
  }
}
