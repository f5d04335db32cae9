import Foundation

/// Where the command speaks: results to standard output, all else to standard error.
enum Terminal {
  static func say(_ text: String) { put(text, to: STDOUT_FILENO) }
  /// Rows as JSON, the names of their members in order.
  static func say(json rows: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    say(String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n")
  }

  static func say(manifestIn folder: String) throws {
    say(try String(contentsOfFile: folder + "/manifest.json", encoding: .utf8))
  }

  static func complain(_ text: String) { put(text + "\n", to: STDERR_FILENO) }

  /// Columns of the terminal; nil where there is none.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return min(Int(size.ws_col), 120)
  }

  /// Columns of the terminal, or 100 where there is none.
  static var width: Int { columns ?? 100 }

  static func put(_ text: String, to descriptor: Int32) {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
