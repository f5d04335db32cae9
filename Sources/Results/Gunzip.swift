import CZlib
import Foundation

/// Unpacks a gzip file piece by piece, in little memory.
package final class Gunzip {
  private let path: String
  private var handle: FileHandle
  // zlib keeps the address of its state, so the state must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var output = [UInt8](repeating: 0, count: 1 << 20)

  package init(_ path: String) throws(ReadFailure) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path: path, reason: "the system would not let it be read")
    }
    self.path = path
    self.handle = handle
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipWindow: Int32 = 15 + 16
    let status = inflateInit2_(stream, gzipWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(
      status == Z_OK,
      "zlib could not start: it has no memory, or is a different version from the one built for")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    try? handle.close()
  }

  /// Hands over every piece in turn.
  package func pieces(_ take: (UnsafeBufferPointer<UInt8>) throws(ReadFailure) -> Void) throws(ReadFailure) {
    var status = Z_OK
    while status != Z_STREAM_END {
      let packed = read()
      guard !packed.isEmpty else { throw .foreign(path: path, reason: "it ends too early") }
      var taken = 0
      while taken < packed.count, status != Z_STREAM_END {
        let (consumed, produced, outcome) = step(packed, from: taken)
        taken += consumed
        status = outcome
        guard outcome == Z_OK || outcome == Z_STREAM_END, consumed + produced > 0 else {
          throw .foreign(path: path, reason: "it is not a whole gzip file")
        }
        try output.withUnsafeBufferPointer { (buffer) throws(ReadFailure) in
          try take(UnsafeBufferPointer(rebasing: buffer[..<produced]))
        }
      }
    }
  }

  private func read() -> [UInt8] { ((try? handle.read(upToCount: 1 << 18)) ?? nil).map { Array($0) } ?? [] }

  private func step(_ packed: [UInt8], from offset: Int) -> (consumed: Int, produced: Int, status: Int32) {
    packed.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        let available = source.count - offset
        // zlib's older interface takes a mutable pointer, but it only reads.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + offset })
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        let status = inflate(stream, Z_NO_FLUSH)
        return (
          available - Int(stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out), status
        )
      }
    }
  }
}
