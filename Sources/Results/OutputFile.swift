import Foundation
import Notation

/// One file being written. Call `close` to know that all of it reached the disk.
package final class OutputFile {
  /// The name for messages: the final one, where the file is prepared under another.
  private let path: String
  private var descriptor: Int32
  private let digest = RunningDigest()
  private let closed: (FileSum) -> Void

  /// Makes the file, which must not exist yet. Messages name it `finalPath`.
  ///
  /// - Parameter closed: called once all of it is on the disk.
  package init(
    _ place: String, finalPath: String, closed: @escaping (FileSum) -> Void = { _ in }
  ) throws(OutputFailure) {
    path = finalPath
    self.closed = closed
    descriptor = TroubledDisk.fails ? -1 : open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .creating(path, errno) }
  }

  package func write(_ bytes: [UInt8]) throws(OutputFailure) {
    if TroubledDisk.fails { throw .writing(path, errno) }
    digest.add(bytes)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return Foundation.write(descriptor, base + done, buffer.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .writing(path, errno)
      }
      done += count
    }
  }

  /// Writes all of another file, a piece at a time.
  package func write(contentsOf other: String) throws(OutputFailure) {
    let source = open(other, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw .writing(path, errno) }
    defer { _ = Foundation.close(source) }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .writing(path, errno)
      }
      if count == 0 { return }
      try write(Array(piece[..<count]))
    }
  }

  /// Waits until the disk has the file, and closes it.
  package func close() throws(OutputFailure) {
    guard descriptor >= 0 else { return }
    if TroubledDisk.fails { throw .writing(path, errno) }
    let synchronised = fsync(descriptor)
    let reason = errno
    let isClosed = Foundation.close(descriptor)
    let closeReason = errno
    descriptor = -1
    // Some file systems cannot synchronise (EINVAL): not a failure to write.
    if synchronised != 0, reason != EINVAL, reason != ENOTSUP { throw .writing(path, reason) }
    if isClosed != 0, closeReason != EINTR { throw .writing(path, closeReason) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let count = digest.count
    closed(FileSum(name: name, bytes: count, sha256: digest.finish()))
  }

  deinit { if descriptor >= 0 { _ = Foundation.close(descriptor) } }
}
