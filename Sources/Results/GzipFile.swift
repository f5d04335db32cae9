import CZlib

/// A gzip file being written bit by bit, in little memory. The same bytes in give the same bytes out: the header
/// holds no time and no name.
package final class GzipFile {
  private let file: OutputFile
  // zlib keeps the address of its state, so the state must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var output = [UInt8](repeating: 0, count: GzipFile.chunk)
  private static let chunk = 1 << 16

  package init(_ file: OutputFile) {
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipWindow: Int32 = 15 + 16
    let status = deflateInit2_(
      stream, 6, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(
      status == Z_OK,
      "zlib could not start: it has no memory, or is a different version from the one built for")
    input.reserveCapacity(2 * GzipFile.chunk)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Adds bytes; `fill` appends to a buffer that is compressed whenever it is full.
  package func append(_ fill: (inout [UInt8]) -> Void) throws(OutputFailure) {
    fill(&input)
    if input.count >= GzipFile.chunk { try compress(last: false) }
  }

  /// Writes what is left and closes the file.
  package func close() throws(OutputFailure) {
    try compress(last: true)
    try file.close()
  }

  private func compress(last: Bool) throws(OutputFailure) {
    var taken = 0
    var status = Z_OK
    repeat {
      let (consumed, produced, outcome) = step(from: taken, last: last)
      taken += consumed
      status = outcome
      if produced > 0 { try file.write(Array(output[..<produced])) }
    } while last ? status != Z_STREAM_END : taken < input.count
    input.removeAll(keepingCapacity: true)
  }

  /// One call of zlib: how many bytes it took, how many it gave, and what it said.
  private func step(from offset: Int, last: Bool) -> (consumed: Int, produced: Int, status: Int32) {
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        let available = source.count - offset
        stream.pointee.next_in = source.baseAddress.map { $0 + offset }
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        let status = deflate(stream, last ? Z_FINISH : Z_NO_FLUSH)
        precondition(status != Z_STREAM_ERROR, "the state of the compression was spoilt")
        return (
          available - Int(stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out), status
        )
      }
    }
  }
}
