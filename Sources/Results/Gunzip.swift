import CZlib
import Foundation
import Notation

/// Unpacks a gzip file piece by piece, in little memory. A file that would swell beyond what tables of numbers do is
/// refused before it fills the memory.
package final class Gunzip {
  private let path: String
  private let file: gzFile
  /// The most bytes that it may unpack to.
  private let limit: Int
  /// Tables of the program shrink to a tenth or so; nothing that it writes shrinks to less than a two-hundredth.
  private static let mostSwelling = 200

  package init(_ path: String) throws(ReadFailure) {
    do {
      limit = try RegularFile.check(path) * Gunzip.mostSwelling + 1 << 20
    } catch {
      throw ReadFailure(error, path: path)
    }
    let descriptor: Int32
    do { descriptor = try RegularFile.opened(path) } catch { throw ReadFailure(error, path: path) }
    guard let file = gzdopen(descriptor, "rb") else {
      close(descriptor)
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
    var sum = 0
    while true {
      let count = Int(gzread(file, output, UInt32(size)))
      guard count >= 0, gzdirect(file) == 0 else {
        throw .foreign(path: path, reason: "it is not a whole gzip file")
      }
      sum += count
      guard sum <= limit else {
        throw .foreign(path: path, reason: "it unpacks to more than \(Gunzip.mostSwelling) times its size")
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
