/// Where a row came from. Every table carries it in its last four columns, so that a lone file still tells.
struct Origin {
  static let columns = ["seed", "scenario_hash", "model_version", "data_as_of"]
  /// How many hexadecimal digits of the scenario's hash a row shows; the manifest has all of them.
  static let hashDigits = 12

  /// The four cells, encoded, each after a comma.
  let cells: [UInt8]

  init(_ manifest: Manifest) {
    var bytes: [UInt8] = []
    let texts = [
      String(manifest.seed), String(manifest.scenarioHash.prefix(Origin.hashDigits)),
      manifest.modelVersion, manifest.dataAsOf,
    ]
    for text in texts {
      bytes.append(UInt8(ascii: ","))
      CSVText.append(text, to: &bytes)
    }
    cells = bytes
  }
}
