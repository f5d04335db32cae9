import Foundation

/// A part of a page that the code generates, between two comments that name it. `make pages` writes it.
public struct GeneratedPart {
  /// Why there is no such part.
  public struct Missing: Error { public let comment: String }

  private let path: URL
  private let begin, end: String

  /// - Parameters:
  ///   - page: path from the project's folder.
  ///   - name: of the part, as the comments have it.
  public init(of page: String, named name: String) {
    path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(page)
    begin = "<!-- \(name): begin -->\n"
    end = "<!-- \(name): end -->"
  }

  /// Whether the part holds that text; it is written first where the environment says `PAGES=write`.
  public func holds(_ text: String) throws -> Bool {
    let page = try String(contentsOf: path, encoding: .utf8)
    guard let first = page.range(of: begin) else { throw Missing(comment: begin) }
    guard let last = page.range(of: end) else { throw Missing(comment: end) }
    if ProcessInfo.processInfo.environment["PAGES"] == "write" {
      let written = page[..<first.upperBound] + "\n" + text + "\n" + page[last.lowerBound...]
      try String(written).write(to: path, atomically: true, encoding: .utf8)
      return true
    }
    return page[first.upperBound..<last.lowerBound] == "\n" + text + "\n"
  }
}
