import Foundation
import Notation
import Results
import Synchronization

/// Where the command speaks: results to standard output, all else to standard error.
enum Terminal {
  /// Why standard output could not be written: the system's number of the error, 0 where all of it could.
  private static let trouble = Mutex<Int32>(0)
  /// Whether standard output holds an answer in JSON and nothing else.
  private static let inJSON = Atomic(false)
  /// Whether the answer was given.
  private static let hasAnswered = Atomic(false)

  /// Says something on standard output, in lines that are no wider than the terminal and hold nothing that it would carry
  /// out. What cannot be written is remembered, and ends the command in ``end(_:)``.
  static func say(_ text: String) {
    if inJSON.load(ordering: .relaxed) { return }
    say(data: Emphasis.terminal(Prose.fold(text, width: width)))
  }

  /// What other programs read, such as JSON and tables: as it is.
  static func say(data text: String) {
    trouble.withLock { if $0 == 0 { $0 = put(text, to: STDOUT_FILENO) } }
  }

  /// From now on text is not said, only the answer.
  static func answersInJSON(_ isSo: Bool) { inJSON.store(isSo, ordering: .relaxed) }

  /// Whether an answer in JSON is still awaited.
  static var owesAnswer: Bool {
    inJSON.load(ordering: .relaxed) && !hasAnswered.load(ordering: .relaxed)
  }

  /// An answer in JSON.
  static func say(answer: JSONValue) {
    hasAnswered.store(true, ordering: .relaxed)
    say(json: String(decoding: answer.text, as: UTF8.self))
  }

  /// Rows as JSON, the names of their members in order.
  static func say(json rows: some Encodable) throws {
    hasAnswered.store(true, ordering: .relaxed)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    say(json: String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n")
  }

  /// JSON in which every character that a terminal would carry out is escaped. It can stand only inside strings.
  private static func say(json text: String) {
    var shown = ""
    for scalar in text.unicodeScalars {
      if SafeText.isUnsafe(scalar) {
        shown += scalar.value > 0xFFFF ? "\u{FFFD}" : String(format: "\\u%04x", scalar.value)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    say(data: shown)
  }

  /// Says something on standard error. Lines are folded on a terminal only, so that a program finds a message whole.
  static func complain(_ text: String) {
    let shown = isatty(STDERR_FILENO) == 1 ? Prose.fold(text, width: width) : text
    _ = put(Emphasis.terminal(shown) + "\n", to: STDERR_FILENO)
  }

  /// What is being done, in lines that are no wider than the terminal.
  static func tell(_ text: String) { complain(Prose.fold(text, width: width)) }

  /// Columns of the terminal; nil where there is none.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return min(Int(size.ws_col), 80)
  }

  /// Columns that a line may have: those of the terminal, and 80 at most.
  static var width: Int { max(60, columns ?? 80) }

  /// Writes the text, all of it or as far as it can be.
  ///
  /// - Returns: 0, or the system's number of the error.
  static func put(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        let reason = errno
        if reason == EINTR { continue }
        guard reason == EAGAIN else { return reason }
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, 1000)
        continue
      }
      bytes = bytes.dropFirst(written)
    }
    return 0
  }

  /// Ends the command with that exit code, or with that of an output which could not be written.
  ///
  /// Where nobody reads any longer (`caseload … | head`) nothing is said: that is how such a pipe ends.
  static func end(_ code: Int32) -> Never {
    // Some disks say only now that they are full.
    let late = close(STDOUT_FILENO) == 0 ? 0 : errno
    let reason = trouble.withLock { $0 != 0 ? $0 : [EBADF, EINTR].contains(late) ? 0 : late }
    if reason == EPIPE { exit(code == 0 ? 128 + SIGPIPE : code) }
    guard reason != 0, code <= 75 else { exit(code) }
    let words = reason == EBADF ? "it is closed" : SystemError.words(reason)
    complain(
      "error: cannot write standard output: \(words)\n"
        + "help: what was to be printed is lost; what the command writes to files is not")
    exit(74)
  }
}
