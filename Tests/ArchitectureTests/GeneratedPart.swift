import Foundation
import Testing

/// A part of a page that the code generates, between two comments that name it. `make pages` writes it.
struct GeneratedPart {
  private let path: URL
  private let begin, end: String

  init(of page: String, named name: String) {
    path = SourceFile.project.appendingPathComponent(page)
    begin = "<!-- \(name): begin -->\n"
    end = "<!-- \(name): end -->"
  }

  /// Expects that the part holds that text; writes it first where the environment says `PAGES=write`.
  func expect(_ text: String) throws {
    let page = try String(contentsOf: path, encoding: .utf8)
    let first = try #require(page.range(of: begin), "\(path.lastPathComponent) has no \(begin)")
    let last = try #require(page.range(of: end), "\(path.lastPathComponent) has no \(end)")
    let held = page[first.upperBound..<last.lowerBound]
    if ProcessInfo.processInfo.environment["PAGES"] == "write" {
      let written = page[..<first.upperBound] + "\n" + text + "\n" + page[last.lowerBound...]
      try String(written).write(to: path, atomically: true, encoding: .utf8)
    } else {
      #expect(held == "\n" + text + "\n", "\(path.lastPathComponent) is old: make pages")
    }
  }
}
