/// Writes a finished result as files: the manifest and one table per file.
package enum ResultWriter {
  /// Writes every file that the result has rows for, and returns their names. `manifest.json`, `opening.csv`,
  /// `series.csv`, `years.csv`, `parameters.csv` and `checks.csv` are always written; `fans.csv`, `finance.csv`, `draws.csv`,
  /// `variance.csv`, `observed.csv` and `dfe_csww.csv` where there are rows. The folder still has to be committed.
  @discardableResult
  package static func write(_ result: ResultSet, to folder: OutputFolder) throws(OutputFailure) -> [String] {
    var names: [String] = []
    func table(_ name: String, _ bytes: [UInt8]) throws(OutputFailure) {
      try folder.write(bytes, as: name)
      names.append(name)
    }
    try table(ResultFile.opening, Tables.opening(result))
    try table(ResultFile.series, Tables.series(result))
    try table(ResultFile.years, Tables.years(result))
    if !result.fans.isEmpty { try table(ResultFile.fans, Tables.fans(result)) }
    if !result.finance.isEmpty { try table(ResultFile.finance, Tables.finance(result)) }
    if WorkforceReturn.applies(to: result) {
      try table(ResultFile.workforceReturn, WorkforceReturn.table(result))
    }
    try table(ResultFile.parameters, Tables.parameters(result))
    try table(ResultFile.checks, Tables.checks(result))
    if !result.draws.isEmpty { try table(ResultFile.draws, Tables.draws(result)) }
    if !result.variance.isEmpty { try table(ResultFile.variance, Tables.variance(result)) }
    if !result.observed.isEmpty { try table(ResultFile.observed, Tables.observed(result)) }
    try table(ResultFile.manifest, ManifestJSON.value(result).text)
    return names
  }
}
