import Notation

/// Where a row came from. Every table carries it in its last four columns, so that a lone file still tells.
package struct Origin: Sendable {
  package static let columns = ["seed", "scenario_hash", "model_version", "data_as_of"]
  /// How many hexadecimal digits of the scenario's hash a row shows (more where a spreadsheet would take so many for a
  /// number); the manifest has all of them.
  package static let hashDigits = 12

  /// The four cells.
  package let texts: [String]
  /// The same, encoded, each after a comma.
  package let cells: [UInt8]

  package init(seed: UInt64, scenarioHash: String, modelVersion: String, dataAsOf: String) {
    texts = [String(seed), Digest.short(scenarioHash, Origin.hashDigits), modelVersion, dataAsOf]
    var bytes: [UInt8] = []
    for text in texts {
      bytes.append(UInt8(ascii: ","))
      CSVText.append(text, to: &bytes)
    }
    cells = bytes
  }

  package init(_ manifest: Manifest) {
    self.init(
      seed: manifest.seed, scenarioHash: manifest.scenarioHash, modelVersion: manifest.modelVersion,
      dataAsOf: manifest.dataAsOf)
  }
}
