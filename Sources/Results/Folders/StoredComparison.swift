import Notation

/// What `compare` or `worth` wrote, as read back from its folder.
package struct StoredComparison: Sendable {
  /// The folder as the reader named it.
  package let folder: String
  package let manifest: Manifest
  /// Differences of the outputs; none in a folder of `worth`.
  package let rows: [ComparisonRow]
  /// Headlines for fans, and money by year; none where an earlier program compared.
  package let series: [ComparedSeriesRow]
  package let money: [ComparedMoneyRow]
  /// What overlays are worth; none in a folder of `compare`.
  package let worth: [WorthRow]
  /// What each overlay sets otherwise than the base; none where an earlier program wrote the folder.
  package let inputs: [ChangedInputRow]

  package init(
    folder: String, manifest: Manifest, rows: [ComparisonRow] = [], series: [ComparedSeriesRow] = [],
    money: [ComparedMoneyRow] = [], worth: [WorthRow] = [], inputs: [ChangedInputRow] = []
  ) {
    (self.folder, self.manifest, self.rows, self.series) = (folder, manifest, rows, series)
    (self.money, self.worth, self.inputs) = (money, worth, inputs)
  }
}

extension ResultReader {
  /// What `compare` or `worth` wrote into that folder.
  ///
  /// - Parameter newest: the version of the model that the program has; what a later one wrote is refused.
  /// - Throws: `unbound` where a table is not what was written there.
  package static func comparison(
    _ folder: String, newest: String? = nil
  ) throws(ReadFailure) -> StoredComparison {
    let (manifest, bound) = try opened(folder, newest: newest)
    return StoredComparison(
      folder: folder, manifest: manifest, rows: try Tables.comparison.readIfThere(bound),
      series: try Tables.comparedSeries.readIfThere(bound),
      money: try Tables.comparedMoney.readIfThere(bound), worth: try WorthRow.table.readIfThere(bound),
      inputs: try Tables.changedInputs.readIfThere(bound))
  }

  /// The manifest of a folder, and the folder bound to it.
  ///
  /// - Parameter newest: the version of the model that the program has, where what a later one wrote is refused.
  static func opened(_ folder: String, newest: String?) throws(ReadFailure) -> (Manifest, BoundFolder) {
    let (manifest, bound) = try StoredManifest(folder).opened()
    if let newest, StoredManifest.isLater(manifest.modelVersion, than: newest) {
      throw .unbound(
        path: folder,
        reason: "is of model version \(SafeText.line(manifest.modelVersion)), and this program has \(newest)",
        help: "read it with the program that made it, or a later one")
    }
    return (manifest, bound)
  }
}
