/// Writes a finished result as files: one table per file, and last the manifest, which binds them and what was written
/// into the folder before.
package enum ResultWriter {
  /// Writes every file that the result has rows for. The folder still has to be committed.
  package static func write(_ result: ResultSet, to folder: OutputFolder) throws(OutputFailure) {
    func write<Row>(
      _ table: Table<Row>, _ rows: some Sequence<Row>, unless isEmpty: Bool = false
    ) throws(OutputFailure) {
      if !isEmpty { try folder.write(table.bytes(rows, Origin(result.manifest)), as: table.name) }
    }
    let workforce = WorkforceReturn.rows(result)
    try write(Tables.opening, result.openingRows)
    try write(Tables.series, result.monthRows)
    try write(Tables.years, result.yearRows)
    try write(Tables.fans, result.fanRows, unless: result.fans.isEmpty)
    try write(Tables.finance, result.finance, unless: result.finance.isEmpty)
    try write(Tables.workforceReturn, workforce, unless: workforce.isEmpty)
    try write(Tables.parameters, result.parameters)
    try write(Tables.checks, result.checks)
    try write(Tables.draws, result.draws, unless: result.draws.isEmpty)
    try write(Tables.variance, result.variance, unless: result.variance.isEmpty)
    try write(Tables.observed, ObservedComparison.pairs(in: result), unless: result.observed.isEmpty)
    try write(Tables.forecast, result.forecast, unless: result.forecast.isEmpty)
    try write(Tables.benchmarks, result.benchmarks, unless: result.benchmarks.isEmpty)
    try folder.writeManifest(of: result)
  }
}

extension Manifest {
  /// As a file, to be written, which keeps the digests of others.
  package func file(binding files: [FileSum]) -> WholeFile.Prepared {
    WholeFile.Prepared(
      name: ResultFile.manifest, bytes: ManifestJSON.text(ResultSet(manifest: self), files: files))
  }
}

extension OutputFolder {
  /// Writes a table and the manifest; the folder still has to be committed.
  package func write<Row>(
    _ table: Table<Row>, _ rows: some Sequence<Row>, _ manifest: Manifest
  ) throws(OutputFailure) {
    try write(table.bytes(rows, Origin(manifest)), as: table.name)
    try write(manifest)
  }

  package func write(_ manifest: Manifest) throws(OutputFailure) {
    try writeManifest(of: ResultSet(manifest: manifest))
  }

  /// Writes the manifest of a result, which keeps the digest of every file that was written so far.
  package func writeManifest(of result: ResultSet) throws(OutputFailure) {
    try write(ManifestJSON.text(result, files: sums), as: ResultFile.manifest)
  }

  /// Writes a table compressed, a piece at a time.
  package func writeCompressed<Row>(
    _ table: Table<Row>, _ rows: some Sequence<Row>, _ manifest: Manifest
  ) throws(OutputFailure) {
    let file = GzipFile(try create(table.name))
    var text = CSVText(columns: table.names, origin: Origin(manifest))
    for row in rows {
      table.write(row, to: &text)
      try file.append { $0 += text.take() }
    }
    try file.append { $0 += text.take() }
    try file.close()
  }
}
