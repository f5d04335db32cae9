import Foundation
import Testing

@Suite("A sweep is read while it runs", .timeLimit(.minutes(3)))
struct ReadingTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(UncertainService.text)
  }

  /// What the shell of SQLite answers, or nil where it could not read.
  private func ask(_ store: String, _ question: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", place.url(store).path, question]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test("sqlite3 and merge see finished points; a second process on the part is refused; nothing is spoilt")
  func reading() async throws {
    let words = [
      "sweep", "service.yaml", "--vary", "demand.referralsPerYear=1:5000:1", "--reps", "5", "-q", "--out",
      "s",
    ]
    let process = try place.start(words)
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    let store = "s/shards/1-of-1.sqlite"
    let count = "SELECT count(*) FROM points WHERE status = 'done'"
    var seen = 0
    while process.isRunning, seen < 5 {
      try await Task.sleep(for: .milliseconds(20))
      if place.names(in: "s/shards").contains("1-of-1.sqlite") {
        seen = try ask(store, count).flatMap { Int($0) } ?? 0
      }
    }
    #expect(process.isRunning && seen >= 5)
    let sums = try ask(
      store, "SELECT min(n), max(n) FROM (SELECT count(*) AS n FROM results GROUP BY point)")
    #expect(sums == "5|5")
    let twins = try ask(
      store, "SELECT min(n), max(n) FROM (SELECT count(*) AS n FROM twins GROUP BY point)")
    #expect(twins == "2|2")

    let merged = try Workplace.sideways(place, ["merge", "s", "-q"])
    #expect(merged.code == 75, "\(merged.err)")
    let rows = try place.text("s/results.csv").split(separator: "\n")
    #expect(rows.count { $0.contains(",done,") } >= 25)

    let second = try Workplace.sideways(place, words + ["--resume"])
    #expect(second.code == 73)
    #expect(second.err.contains("another process is working on the same part"), "\(second.err)")
    #expect(process.isRunning)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationStatus == 143)
    #expect(place.names(in: "s/shards") == ["1-of-1.sqlite"])
    let after = try #require(try ask(store, count).flatMap { Int($0) })
    #expect(after >= seen)
  }
}
