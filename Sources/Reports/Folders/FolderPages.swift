import Results

/// Writes the page of a folder beside what it was drawn of, or into another folder.
package enum FolderPages {
  /// - Parameter force: whether a file of that name is replaced that caseload did not write.
  /// - Returns: the path of the page.
  package static func write(
    _ page: [UInt8], as name: String, to place: String, force: Bool
  ) throws(OutputFailure) -> String {
    let path = place + "/" + name
    try WholeFile.refuseStranger(path, force: force)
    try WholeFile.write([WholeFile.Prepared(name: name, bytes: page)], to: place)
    return path
  }
}
