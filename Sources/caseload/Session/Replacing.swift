import Foundation
import Notation

/// What may be replaced by what `init` writes.
enum Replacing {
  /// What a file is to be.
  enum Kind: String {
    case scenario, schema
    case observed = "table of published figures"

    /// Whether a text is of that kind, as far as its beginning shows.
    func isKind(of text: String) -> Bool {
      if text.allSatisfy(\.isWhitespace) { return true }
      let lines = text.split(whereSeparator: \.isNewline)
      switch self {
      case .scenario: return lines.contains { $0.hasPrefix("scenario:") }
      case .schema: return text.contains("\"$schema\"")
      case .observed:
        let columns = (lines.first ?? "").split(separator: ",")
        return ["measure", "date", "value"].allSatisfy { columns.contains(Substring($0)) }
      }
    }
  }

  /// Refuses to replace a file, unless forced; and one that is of another kind even then.
  static func refuse(_ path: String, _ kind: Kind, force: Bool) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard force else { throw Ending("error: \(path) already exists; --force replaces it", 73) }
    // What cannot be read as a file is refused where it is written.
    guard let bytes = try? RegularFile.bytes(path, atMost: RegularFile.mostOfTable) else { return }
    guard !kind.isKind(of: String(decoding: bytes, as: UTF8.self)) else { return }
    throw Ending(
      "error: \(path) is no \(kind.rawValue), so not even --force replaces it\n"
        + "help: give another name, or remove the file yourself", 73)
  }
}
