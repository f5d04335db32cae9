import Foundation

/// Reads files that people name: only regular files, and no more bytes than are declared for their kind.
///
/// A pipe without a writer would be waited for without end, a device never ends, and what the kernel makes up under
/// `/proc` may do either. What comes with the program is read from beside it, see ``ShippedFile``.
package enum RegularFile {
  /// Why a file is not read.
  package enum Refusal: Error, Sendable, Equatable {
    case missing
    case folder
    /// `a pipe`, `a device` and so on.
    case special(String)
    /// Links that lead back to themselves.
    case circle
    /// The system says no, with its reason.
    case closed(String)
    /// More bytes than these.
    case tooLarge(Int)
  }

  /// The most bytes of a table that a person hands in.
  package static let mostOfTable = 64 << 20
  /// The most bytes of a table that the program itself has written.
  package static let mostOfResult = 1 << 30

  /// The bytes of the file, at most `limit` of them.
  package static func bytes(_ path: String, atMost limit: Int) throws(Refusal) -> [UInt8] {
    let size = try check(path)
    guard size <= limit else { throw .tooLarge(limit) }
    let file = try opened(path)
    defer { close(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw refusal(errno) }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
      guard bytes.count <= limit else { throw .tooLarge(limit) }
    }
  }

  /// A descriptor of a file that can be read; whoever asks for it closes it.
  package static func opened(_ path: String) throws(Refusal) -> Int32 {
    let path = ShippedFile.place(of: path)
    try check(path)
    // Between the look and the opening another file could have taken its place: a pipe must not hold us up even then.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw refusal(errno) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .special("no regular file")
    }
    return file
  }

  /// The size in bytes of a file that can be read; what is no regular file is refused without being opened.
  @discardableResult
  package static func check(_ path: String) throws(Refusal) -> Int {
    let path = ShippedFile.place(of: path)
    var status = stat()
    guard stat(path, &status) == 0 else { throw refusal(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    case S_IFIFO: throw .special("a pipe")
    case S_IFSOCK: throw .special("a socket")
    default: throw .special("a device")
    }
    guard !isOfKernel(path) else { throw .special("something that the system makes up") }
    return Int(status.st_size)
  }

  private static func isOfKernel(_ path: String) -> Bool {
    guard let full = realpath(path, nil) else { return false }
    defer { free(full) }
    let text = String(cString: full)
    return ["/proc/", "/sys/", "/dev/"].contains { text.hasPrefix($0) } && !text.hasPrefix("/dev/shm/")
  }

  private static func refusal(_ code: Int32) -> Refusal {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case ELOOP: .circle
    default: .closed(String(cString: strerror(code)))
    }
  }
}

extension RegularFile.Refusal {
  /// The end of a sentence that begins with the file's name, without its full stop.
  package var words: String {
    switch self {
    case .missing: "does not exist"
    case .folder: "is a folder, not a file"
    case .special(let what): "is \(what), not a file"
    case .circle: "is a link that leads back to itself"
    case .closed(let reason): "cannot be read: \(reason)"
    case .tooLarge(let limit): "is larger than \(Self.size(limit)), the most that is read"
    }
  }

  /// What to do about it; nil where the words say all.
  package var help: String? {
    switch self {
    case .missing: nil
    case .folder: "name a file inside it"
    case .special: "write what it gives to a file, and name that"
    case .circle: "name the file itself"
    case .closed: "check its permissions"
    case .tooLarge: "leave out what is not needed"
    }
  }

  /// Whether there is nothing to read, as against something that cannot be taken.
  package var isMissing: Bool {
    switch self {
    case .missing, .folder, .circle, .closed: true
    case .special, .tooLarge: false
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 30 ? "\(bytes >> 30) GB" : bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) kB"
  }
}
