extension ResultReader {
  /// The manifest of any folder that this program wrote, and the folder bound to it: of a result, a comparison, or what
  /// an overlay is worth.
  package static func bound(_ folder: String) throws(ReadFailure) -> (manifest: Manifest, folder: BoundFolder)
  {
    let (manifest, bound) = try StoredManifest(folder).opened()
    return (manifest, bound)
  }
}
