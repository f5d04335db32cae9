import Foundation
import Testing

@Suite("Who may know whom")
struct RoomTests {
  /// The rooms of ours that each room may import.
  static let doors: [String: Set<String>] = [
    "Dates": [],
    "Notation": ["CHash"],
    "DiscreteEvents": ["CGSL", "CRandomStreams"],
    "Statistics": ["CGSL"],
    "Parameters": ["Dates"],
    "ServiceModel": ["Dates", "DiscreteEvents", "Statistics", "Parameters"],
    "ScenarioFiles": ["Dates", "Notation", "Statistics", "Parameters", "ServiceModel"],
    "Charts": ["Dates", "Notation"],
    "Results": ["Dates", "Notation", "Statistics", "Parameters", "CZlib"],
    "Reports": ["Dates", "Notation", "Statistics", "Parameters", "Charts", "Results", "CXlsxWriter"],
    "Experiments": ["Dates", "Statistics", "Parameters", "ServiceModel", "Results"],
    "Sweeps": [
      "Dates", "Notation", "DiscreteEvents", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles",
      "Results", "Experiments",
    ],
    "Verification": [
      "Dates", "Notation", "DiscreteEvents", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles",
      "Experiments",
    ],
    "Evidence": [
      "Dates", "Notation", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles", "Experiments",
      "Results",
    ],
    "National": [
      "Dates", "Notation", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles", "Results",
      "Experiments", "Sweeps",
    ],
    "caseload": [
      "Dates", "Notation", "DiscreteEvents", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles",
      "Results",
      "Experiments", "Sweeps", "Verification", "Reports", "Evidence", "National", "CProcess",
    ],
  ]

  private let files: [SourceFile]
  private let ours: Set<String>

  init() throws {
    files = try SourceFile.all(in: "Sources")
    let folder = SourceFile.project.appendingPathComponent("Sources").path
    ours = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
  }

  @Test("Every room has its doors, and uses no others")
  func doors() {
    #expect(files.count > 100, "the sources were not found")
    for file in files {
      guard let allowed = Self.doors[file.room] else {
        Issue.record("\(file.path): no rule says what \(file.room) may import")
        continue
      }
      let wrong = Set(file.imports).intersection(ours).subtracting(allowed)
      #expect(wrong.isEmpty, "\(file.path) imports \(wrong.sorted())")
    }
  }

  /// The rooms from the top of the house down, each with the rooms that it stands on straight away.
  static var picture: String {
    func below(_ room: String) -> Set<String> {
      doors[room].map { $0.union($0.flatMap(below)) } ?? []
    }
    func height(_ room: String) -> Int { ((doors[room] ?? []).map(height).max() ?? -1) + 1 }
    let order = doors.keys.sorted { (-height($0), $0) < (-height($1), $1) }
    let width = (order.map(\.count).max() ?? 0) + 2
    return order.map { room in
      let own = (doors[room] ?? []).filter { doors[$0] != nil }
      let straight = own.filter { door in !own.contains { below($0).contains(door) } }.sorted()
      let words = straight.isEmpty ? "nothing of ours" : straight.joined(separator: ", ")
      return room.padding(toLength: width, withPad: " ", startingAt: 0) + "on " + words
    }.joined(separator: "\n")
  }

  @Test("CONTRIBUTING shows the rooms as they are, and says what each holds")
  func contributing() throws {
    let path = SourceFile.project.appendingPathComponent("CONTRIBUTING.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(text.contains("```\n\(Self.picture)\n```\n"), "CONTRIBUTING.md is to show:\n\(Self.picture)")
    for room in Self.doors.keys.sorted() {
      #expect(text.contains("| `\(room)` | "), "CONTRIBUTING.md does not say what \(room) holds")
    }
  }

  @Test(
    "Libraries of others stay in the one room that needs them",
    arguments: [("Yams", "ScenarioFiles"), ("ArgumentParser", "caseload"), ("GRDB", "Sweeps")])
  func outsideLibraries(library: String, room: String) {
    let users = Set(files.filter { $0.imports.contains(library) }.map(\.room))
    #expect(users == [room])
  }

  @Test("The model and the ground floor know no files, clock, printing or chance but ours")
  func pureModel() {
    let forbidden =
      #/(?:^|[^.\w])(?:print|debugPrint|dump|puts|printf|fopen|getenv|Date|UUID|time|clock_gettime|gettimeofday)\(|FileHandle|FileManager|ContinuousClock|SuspendingClock|ProcessInfo|SystemRandomNumberGenerator|\.random\(|\.randomElement\(|\.shuffled\(|\.shuffle\(/#
    let rooms: Set = ["Dates", "DiscreteEvents", "Statistics", "Parameters", "ServiceModel"]
    for file in files where rooms.contains(file.room) {
      #expect(file.lines(matching: forbidden).isEmpty)
      #expect(!file.imports.contains("Foundation"), "\(file.path) imports Foundation")
    }
  }

  @Test("Only the command writes to standard output or error")
  func printing() {
    let forbidden =
      #/(?:^|[^.\w])(?:print|debugPrint|dump|puts|printf)\(|STDOUT_FILENO|STDERR_FILENO|\bstdout\b|\bstderr\b|FileHandle\.standard/#
    for file in files where file.room != "caseload" {
      #expect(file.lines(matching: forbidden).isEmpty)
    }
  }

  @Test("Children and workers do not name each other's types")
  func childrenAndWorkers() {
    // A stage says which team holds its children.
    let allowed: Set = ["Team"]
    for (folder, other) in [("Children", "Workforce"), ("Workforce", "Children")] {
      let inside = files.filter { $0.path.hasPrefix("Sources/ServiceModel/\(folder)/") }
      let outside = files.filter { $0.path.hasPrefix("Sources/ServiceModel/\(other)/") }
      let names = Set(outside.flatMap(\.types)).subtracting(allowed)
      #expect(!inside.isEmpty && !names.isEmpty)
      for file in inside {
        let words = Set(file.code.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        #expect(words.isDisjoint(with: names), "\(file.path) names \(words.intersection(names).sorted())")
      }
    }
  }
}
