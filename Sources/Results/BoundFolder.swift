import Foundation
import Notation

/// A folder whose files are bound to it: each has the length and the SHA-256 that were kept of it when it was written.
/// A file of another run, one in which a cell was changed, and one that was cut short are refused by name.
package struct BoundFolder: Sendable {
  package let path: String
  /// What is kept of each file, by its name.
  package let sums: [String: FileSum]
  /// The file that keeps it.
  let binder: String
  /// What its tables say in their last columns; nil where they may differ.
  let origin: Origin?
  /// What to do where a file is not what it was: a sentence.
  let help: String

  package init(_ path: String, sums: [FileSum], binder: String, origin: Origin?, help: String) {
    self.path = path
    self.sums = Dictionary(sums.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    (self.binder, self.origin, self.help) = (binder, origin, help)
  }

  /// Whether the folder has a file of that name. One that may be left out need not be there though it is kept.
  ///
  /// - Throws: `unbound` where it is there and nothing is kept of it, or something is and it is not there.
  package func isThere(_ name: String, mayBeGone: Bool = false) throws(ReadFailure) -> Bool {
    let isThere = ResultReader.has(name, path)
    if isThere == (sums[name] != nil) { return isThere }
    if isThere { throw unbound(name, "is not of this result: \(binder) does not name it") }
    if mayBeGone { return false }
    throw unbound(name, "is missing, though \(binder) names it")
  }

  /// The bytes of a file as it was written, unpacked where its name says that it is compressed.
  package func bytes(of name: String) throws(ReadFailure) -> [UInt8] {
    guard try isThere(name) else { throw .foreign(path: path, reason: "it has no \(name)") }
    if name.hasSuffix(".gz") {
      try check(name)
      return try ResultReader.bytes(of: path + "/" + name)
    }
    let bytes = try ResultReader.bytes(of: path + "/" + name)
    if let sum = sums[name], FileSum(name: name, of: bytes) != sum { throw altered(sum, bytes) }
    return bytes
  }

  /// Refuses a file that is not as it was written.
  package func check(_ name: String) throws(ReadFailure) {
    guard try isThere(name), let sum = sums[name] else {
      throw .foreign(path: path, reason: "it has no \(name)")
    }
    let found = try FileSum.read(name, in: path)
    guard found != sum else { return }
    throw altered(
      sum, name.hasSuffix(".gz") ? [] : (try? ResultReader.bytes(of: path + "/" + name)) ?? [], found)
  }

  // MARK: - Words

  private func unbound(_ name: String, _ reason: String) -> ReadFailure {
    .unbound(path: path + "/" + name, reason: reason, help: help)
  }

  /// What became of a file, as far as it shows.
  private func altered(_ sum: FileSum, _ bytes: [UInt8], _ found: FileSum? = nil) -> ReadFailure {
    if let other = rows(of: bytes) {
      return unbound(
        sum.name, "is of another run: its rows say \(other.theirs), and the result is of \(other.ours)")
    }
    if bytes.contains(13) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return .unbound(
        path: path + "/" + sum.name,
        reason:
          "was saved again by another program, a spreadsheet perhaps, which changes how lines end and how "
          + "numbers are written",
        help: "work on a copy under another name; \(help)")
    }
    let count = found?.bytes ?? bytes.count
    let isShort = count < sum.bytes
    return unbound(
      sum.name,
      isShort
        ? "was cut short or replaced: it has \(count) of \(sum.bytes) bytes"
        : "has been changed since it was written")
  }

  /// What the first row says of its origin, where that is not the folder's.
  private func rows(of bytes: [UInt8]) -> (theirs: String, ours: String)? {
    guard let origin else { return nil }
    let head = CSVRows(Array(bytes.prefix(100_000)))
    guard head.columns.suffix(4) == Origin.columns, let row = head.rows.first,
      row.cells.count == head.columns.count
    else { return nil }
    let theirs = Array(row.cells.suffix(4))
    for (place, name) in Origin.columns.enumerated() where theirs[place] != origin.texts[place] {
      let name = name.replacing("_", with: " ")
      return ("\(name) \(SafeText.line(theirs[place]))", origin.texts[place])
    }
    return nil
  }
}

extension FileSum {
  /// Of a file that is there, read a piece at a time.
  package static func read(_ name: String, in folder: String) throws(ReadFailure) -> FileSum {
    let path = folder + "/" + name
    let file: Int32
    do { file = try RegularFile.opened(path) } catch { throw ReadFailure(error, path: path) }
    defer { _ = Foundation.close(file) }
    let digest = RunningDigest()
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Foundation.read(file, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: SystemError.words(errno))
      }
      if count == 0 { break }
      piece.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    let bytes = digest.count
    return FileSum(name: name, bytes: bytes, sha256: digest.finish())
  }
}
