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

  @Test("A verb says what it takes and what it does; the work is a room's")
  func verbs() {
    let verbs = sources.filter { $0.path.hasPrefix("Sources/caseload/Verbs/") }
    #expect(verbs.count > 20)
    for verb in verbs { #expect(verb.lines <= 90, "\(verb.path) has \(verb.lines) lines") }
  }

  @Test("What stands in a file of its own stands in the one list too: measures, levers, verbs")
  func registers() throws {
    func names(_ folder: String, _ declaration: Regex<(Substring, Substring)>) -> [String] {
      sources.filter { $0.path.hasPrefix("Sources/\(folder)/") }
        .flatMap { $0.text.matches(of: declaration).map { String($0.1) } }
    }
    func text(_ path: String) throws -> String {
      try #require(sources.first { $0.path == "Sources/\(path)" }).text
    }
    let board = try text("ServiceModel/Measures/Scoreboard.swift")
    let measures = names("ServiceModel/Measures", #/struct (\w+Measure): Measure\b/#)
    #expect(measures.count > 15)
    for name in measures { #expect(board.contains(name), "\(name) is not on the scoreboard") }

    let rows = try text("ServiceModel/Levers/Levers.swift")
    let levers = names("ServiceModel/Levers", #/struct (\w+): DatedLever\b/#)
    #expect(levers.count > 15)
    for name in levers {
      let property = name.prefix(1).lowercased() + name.dropFirst()
      #expect(rows.split(separator: property).count > 2, "\(name) needs a property and a row in Levers.swift")
    }

    let verbs = names("caseload/Verbs", #/struct (\w+): (?:Async)?ParsableCommand\b/#)
    #expect(verbs.count > 15)
    let command = try text("caseload/Caseload.swift")
    for name in verbs { #expect(command.contains("\(name).self"), "\(name) is not a verb of the command") }
  }

  /// What reads a file without looking first whether it is one waits for ever for a pipe that nobody writes to.
  @Test("A file is opened to be read in one place, which refuses what is no file")
  func reading() throws {
    let allowed: Set = [
      "Sources/Notation/RegularFile.swift",
      // Its own files, folders, and what the system says of its disks.
      "Sources/Results/OutputFile.swift", "Sources/Results/Leftover.swift",
      "Sources/Sweeps/Store/NetworkDisk.swift",
    ]
    let pattern =
      #/O_RDONLY|\bgzopen\b|contents\(atPath|contentsOfFile|contentsOf: *(URL|\w+\.appending)|forReadingAt|forReadingFrom|\bfopen\b/#
    let found = try SourceFile.all(in: "Sources").filter { !allowed.contains($0.path) }
      .flatMap { $0.lines(matching: pattern) }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
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
  private let pages: [(path: String, name: String, text: String)]

  init() throws {
    let folder = SourceFile.project.appendingPathComponent("Sources/caseload/Documentation.docc")
    pages = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
      .sorted().map { path in
        let page = folder.appendingPathComponent(path)
        let name = page.deletingPathExtension().lastPathComponent
        return (path, name, try String(contentsOf: page, encoding: .utf8))
      }
  }

  @Test("Each page stands with the room it is about, among the guides or among the decisions")
  func rooms() {
    for page in pages where page.name != "caseload" {
      let folder = String(page.path.prefix { $0 != "/" })
      let isRoom = ["Decisions", "Guides"].contains(folder) || RoomTests.doors[folder] != nil
      #expect(isRoom, "\(page.path) stands in no room")
    }
  }

  @Test("The landing page leads to every page and every decision")
  func links() throws {
    let landing = try #require(pages.first { $0.name == "caseload" }).text
    for page in pages where page.name != "caseload" {
      #expect(landing.contains("<doc:\(page.name)>"), "\(page.name) is not on the landing page")
    }
  }

  @Test("A picture on a page is there, and is SVG that loads nothing")
  func pictures() throws {
    let folder = SourceFile.project.appendingPathComponent("Sources/caseload/Documentation.docc/Resources")
    let named = Set(
      pages.flatMap { $0.text.matches(of: #/!\[[^\]]+\]\(([^)]+)\)/#).map { String($0.output.1) } })
    #expect(named == Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)))
    for name in named {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n") && text.utf8.count < 100_000)
      #expect(!text.contains("href") && !text.contains("url(") && !text.contains("<script"))
    }
  }

  /// What is published and what the page shows come from one run: `make results` writes both.
  @Test("The recorded run has the figures of the published results")
  func recorded() throws {
    let page = try #require(pages.first { $0.name == "RunOutput" }).text
    let published = try String(
      contentsOf: SourceFile.project.appendingPathComponent(
        "Results/published/cheshire-east-2015/years.csv"), encoding: .utf8
    ).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let columns = published[0]
    func median(_ measure: String, _ year: String) throws -> Double {
      let row = try #require(published.first { $0[0] == measure && $0[1] == "" && $0[3] == year })
      let place = try #require(columns.firstIndex(of: "p50"))
      return try #require(Double(row[place]))
    }
    let shown = try #require(page.firstMatch(of: #/\nChildren looked after +\d+ +([\d,]+) +([\d,]+)\n/#))
      .output
    #expect(String(shown.1) == String(Int(try median("children_looked_after", "2019-20").rounded())))
    #expect(String(shown.2) == String(Int(try median("children_looked_after", "2024-25").rounded())))
    let cost = try #require(page.firstMatch(of: #/\n2024-25 +([\d.]+) /#)).output
    let millions = (try median("cost_gbp", "2024-25") / 1e5).rounded() / 10
    #expect(Double(String(cost.1)) == millions)
  }

  @Test("What a page calls `Type.member` stands in the sources")
  func names() throws {
    var files: [String: [SourceFile]] = [:]
    for file in try SourceFile.all(in: "Sources") {
      let extended = file.code.matches(of: #/(?m)^(?:\w+ +)*extension +(\w+)/#).map { String($0.output.1) }
      for type in file.types + extended { files[type, default: []].append(file) }
    }
    for page in pages {
      for found in page.text.matches(of: #/`([A-Z]\w+)\.([a-z]\w+)(?:\([\w:]*\))?`/#) {
        let (type, member) = (String(found.output.1), String(found.output.2))
        let isThere = files[type]?.contains { $0.code.contains(member) } ?? false
        #expect(isThere, "\(page.path): there is no \(type).\(member)")
      }
    }
  }

  @Test("Decisions are numbered without a gap, and each has its three parts")
  func decisions() throws {
    let decisions = pages.filter { $0.path.hasPrefix("Decisions/") }
    #expect(decisions.map { Int($0.name.prefix(4)) } == decisions.indices.map { $0 + 1 })
    for page in decisions {
      for part in ["## Context", "## Decision", "## Consequences"] {
        #expect(page.text.contains(part), "\(page.name) has no \(part)")
      }
    }
  }
}
