import Foundation
import Parameters
import ServiceModel
import Testing

@Suite("The rules of the house")
struct HouseTests {
  private let sources: [SourceFile]
  private let tests: [SourceFile]

  init() throws {
    sources = try SourceFile.all(in: "Sources")
    tests = try SourceFile.all(in: "Tests")
  }

  @Test("Files are small: 350 lines at most, and under 100 in the middle")
  func sizes() {
    for file in sources + tests {
      #expect(file.lines <= 350, "\(file.path) has \(file.lines) lines")
    }
    let sorted = sources.map(\.lines).sorted()
    #expect(sorted[sorted.count / 2] < 100)
  }

  @Test("Nothing is left for later, and nothing is forced")
  func leftovers() {
    let later = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"]].map { $0.joined() }
    for file in sources + tests {
      for word in later { #expect(!file.text.contains(word), "\(file.path) holds \(word)") }
    }
    // An exclamation mark straight after a value takes it by force; before a value, or in !=, it is an operator.
    let forced = #/[\w\)\]\}"]!(?!=)|\btry!|\bas!/#
    for file in sources {
      let lines = file.lines(matching: forced)
      #expect(lines.isEmpty)
    }
  }

  @Test("Every parameter is declared soundly")
  func parameters() {
    #expect(ServiceParameters.table.count > 100)
    #expect(ParameterCatalogue.faults(in: ServiceParameters.table).isEmpty)
  }

  @Test("The defaults contradict nothing: a service that does nothing")
  func defaults() {
    #expect(ServiceParameters().contradictions().filter { $0.severity == .error }.isEmpty)
  }
}

@Suite("The documentation")
struct DocumentationTests {
  private let catalogue = SourceFile.project
    .appendingPathComponent("Sources/ServiceModel/Documentation.docc")

  private func pages(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: catalogue.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  private func text(_ page: String) throws -> String {
    try String(contentsOf: catalogue.appendingPathComponent(page + ".md"), encoding: .utf8)
  }

  @Test("The landing page leads to every page and every decision")
  func links() throws {
    let landing = try text("ServiceModel")
    for page in try pages("").filter({ $0 != "ServiceModel" }) + pages("Decisions") {
      #expect(landing.contains("<doc:\(page)>"), "\(page) is not on the landing page")
    }
  }

  @Test("Decisions are numbered without a gap, and each has its three parts")
  func decisions() throws {
    let names = try pages("Decisions")
    #expect(names.map { Int($0.prefix(4)) } == names.indices.map { $0 + 1 })
    for name in names {
      let page = try text("Decisions/\(name)")
      for part in ["## Context", "## Decision", "## Consequences"] {
        #expect(page.contains(part), "\(name) has no \(part)")
      }
    }
  }
}
