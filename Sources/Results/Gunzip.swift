import CZlib
import Foundation

/// Unpacks a gzip file piece by piece, in little memory.
package final class Gunzip {
  private let path: String
  private let file: gzFile

  package init(_ path: String) throws(ReadFailure) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    guard let file = gzopen(path, "rb") else {
      throw .unreadable(path: path, reason: "the system would not let it be read")
    }
    self.path = path
    self.file = file
    gzbuffer(file, 1 << 18)
  }

  deinit { gzclose_r(file) }

  /// Hands over every piece in turn.
  package func pieces(_ take: (UnsafeBufferPointer<UInt8>) throws(ReadFailure) -> Void) throws(ReadFailure) {
    let size = 1 << 20
    let output = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { output.deallocate() }
    while true {
      let count = Int(gzread(file, output, UInt32(size)))
      guard count >= 0, gzdirect(file) == 0 else {
        throw .foreign(path: path, reason: "it is not a whole gzip file")
      }
      try take(UnsafeBufferPointer(start: output, count: count))
      guard count < size else { continue }
      // The library gives what there is of a file that was cut short, and says so only afterwards.
      var status: Int32 = Z_OK
      gzerror(file, &status)
      guard status == Z_OK else { throw .foreign(path: path, reason: "it ends too early") }
      return
    }
  }
}
