import Foundation
import Notation

/// Reads one file with care: it may be missing, huge, a folder, a pipe, or no text at all.
struct FileLoader {
  /// The largest file taken, in bytes.
  static let largest = 1_048_576

  /// Why a file was not taken.
  struct Refusal: Error {
    let code: String
    /// The end of a sentence that begins with the file's name.
    let message: String
    let help: String?
    let isMissing: Bool
    /// Line and column of the first bad byte, where it is known.
    var position: (line: Int, column: Int)?
  }

  /// The file's text without a byte order mark, and the SHA-256 of its bytes.
  static func load(_ path: String) throws(Refusal) -> ScenarioFile {
    let bytes = try bytes(path)
    return ScenarioFile(name: path, text: try text(bytes), sha256: Digest.sha256(bytes))
  }

  private static func bytes(_ path: String) throws(Refusal) -> [UInt8] {
    do {
      return try RegularFile.bytes(path, atMost: largest)
    } catch {
      let code =
        switch error {
        case .missing: "no-such-file"
        case .folder: "is-a-folder"
        case .special: "not-a-file"
        case .circle, .closed: "unreadable"
        case .tooLarge: "too-large"
        }
      throw Refusal(
        code: code, message: "\(error.words).", help: error == .missing ? nearby(path) : error.help,
        isMissing: error.isMissing)
    }
  }

  private static func text(_ bytes: [UInt8]) throws(Refusal) -> String {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw Refusal(
        code: "not-utf8", message: "is written in UTF-32.", help: "save it as UTF-8", isMissing: false)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Refusal(
        code: "not-utf8", message: "is written in UTF-16.", help: "save it as UTF-8", isMissing: false)
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = isMarked ? Array(bytes.dropFirst(3)) : bytes
    if let index = body.firstIndex(where: { ($0 < 32 && !(9...13).contains($0)) || $0 == 127 }) {
      throw Refusal(
        code: "not-text", message: "holds bytes that no text has, and is not a scenario.", help: nil,
        isMissing: false, position: position(of: index, in: body))
    }
    guard let text = String(validating: body, as: UTF8.self) else {
      throw Refusal(
        code: "not-utf8", message: "is not written in UTF-8.", help: "save it as UTF-8", isMissing: false,
        position: position(of: firstBadIndex(body), in: body))
    }
    return text
  }

  /// Where the valid beginning of a text ends.
  private static func firstBadIndex(_ bytes: [UInt8]) -> Int {
    var low = 0
    for (index, byte) in bytes.enumerated() where byte < 0x80 {
      if String(validating: bytes[low..<index], as: UTF8.self) == nil { break }
      low = index
    }
    return bytes[low...].firstIndex { $0 >= 0x80 } ?? low
  }

  private static func position(of index: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = String(decoding: bytes[..<index], as: UTF8.self)
    let lines = SourceText(name: "", text: before).lines
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  private static func nearby(_ path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: url.deletingLastPathComponent().path)
    return Suggestion.nearest(to: url.lastPathComponent, among: (names ?? []).sorted())
      .map { "did you mean \"\($0)\"?" }
  }
}
