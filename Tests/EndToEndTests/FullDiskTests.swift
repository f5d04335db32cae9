import Foundation
import TestSupport
import Testing

@Suite("A disk that fills up", .timeLimit(.minutes(8)), .serialized)
struct FullDiskTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  private func run(_ words: [String], full step: Int? = nil) throws -> Workplace.Outcome {
    try place.finish(
      place.start(words, environment: step.map { ["CASELOAD_FULL_DISK_AT": String($0)] } ?? [:]))
  }

  /// Fails each step of writing in turn, until there is none left to fail: each time the command says 74 and leaves nothing
  /// half-written, and the same command then does what it did before.
  ///
  /// - Parameters:
  ///   - leaves: the folder that is empty or gone after a failure; nil where it stands for itself.
  ///   - again: what goes on after a failure, where that is not the same command.
  private func expectRecovery(
    _ words: [String], at most: Int = 400, again: [String]? = nil, after: (Int) throws -> Void
  ) throws -> Int {
    var step = 1
    while step < most {
      let outcome = try run(words, full: step)
      if outcome.code == 0 { return step - 1 }
      #expect(outcome.code == 74, "step \(step): \(outcome.err)")
      #expect(outcome.err.contains("the disk is full"), "step \(step): \(outcome.err)")
      try after(step)
      step += 1
    }
    return step
  }

  private func leftovers(_ folder: String = "") -> [String] {
    place.names(in: folder).filter { $0.contains("partial") || $0.hasSuffix(".whole") }
  }

  @Test("At any step of a run: nothing is there, and the same command is not refused")
  func atRun() throws {
    let words = ["run", "service.yaml", "-q", "--raw", "--xlsx", "--out", "r"]
    let steps = try expectRecovery(words) { step in
      #expect(place.names() == ["service.yaml"], "step \(step): \(place.names())")
    }
    #expect(steps > 30)
    #expect(place.names(in: "r").contains("workbook.xlsx"))
    #expect(try run(["report", "r", "-q"]).code == 0)
  }

  @Test("At any step of a report: each file is an earlier whole one, or the new one")
  func atReport() throws {
    #expect(try run(["run", "service.yaml", "-q", "--out", "r"]).code == 0)
    for words in [
      ["report", "r", "-q", "--xlsx"], ["stress", "r", "-q"], ["qa", "r", "-q"], ["hr", "r", "-q"],
    ] {
      let before = place.names(in: "r").filter { $0 != "charts" }
      let steps = try expectRecovery(words) { step in
        #expect(leftovers("r").isEmpty && leftovers("r/charts").isEmpty, "step \(step)")
        let names = place.names(in: "r").filter { $0 != "charts" }
        #expect(names == before, "step \(step): \(words) left \(names)")
      }
      #expect(steps > 3)
    }
    #expect(try run(["report", "r", "-q"]).code == 0)
  }

  @Test("At any step of a sweep and of its merge: it goes on to the same bytes")
  func atSweep() throws {
    func words(_ out: String) -> [String] {
      [
        "sweep", "service.yaml", "--vary", "demand.referralsPerYear=500,600", "--reps", "2", "-q", "--out",
        out,
      ]
    }
    #expect(try run(words("whole")).code == 0)
    let steps = try expectRecovery(words("s") + ["--resume"]) { step in
      #expect(leftovers("s").isEmpty, "step \(step): \(place.names(in: "s"))")
      if step % 3 == 0 { try? FileManager.default.removeItem(at: place.url("s")) }
    }
    #expect(steps > 5)
    for name in ["results.csv", "summary.csv", "variance.csv", "design.csv", "results.sqlite"] {
      #expect(try place.bytes("s/\(name)") == place.bytes("whole/\(name)"), "\(name) differs")
    }
    _ = try expectRecovery(["merge", "s", "-q"]) { step in
      #expect(leftovers("s").isEmpty, "step \(step): \(place.names(in: "s"))")
    }
    #expect(try place.bytes("s/results.csv") == place.bytes("whole/results.csv"))
  }

  @Test(
    "On disks of any size: whole or not at all, and no lines but our own",
    .enabled(if: MemoryDisk.isPossible, "a memory disk can only be mounted by the system's owner"))
  func ladder() throws {
    let words = ["run", "service.yaml", "-q", "--raw", "--xlsx", "--out", "disk/r"]
    let disk = try #require(MemoryDisk(under: place.path, options: "size=64m"))
    #expect(try run(words).code == 0)
    #expect(try run(["report", "disk/r", "-q"]).code == 0)
    var isEnough = false
    for size in stride(from: 100, through: 8_100, by: 500) {
      try? FileManager.default.removeItem(at: place.url("disk/r"))
      #expect(disk.remount("size=\(size)k"))
      let outcome = try run(words)
      if outcome.code == 0 {
        isEnough = true
        #expect(place.names(in: "disk/r").contains("workbook.xlsx"))
        continue
      }
      #expect(outcome.code == 74, "\(size) KB: \(outcome.err)")
      #expect(
        outcome.err.split(separator: "\n").allSatisfy { $0.hasPrefix("error: cannot write") },
        "\(outcome.err)")
      #expect(place.names(in: "disk").isEmpty, "\(size) KB left \(place.names(in: "disk"))")
      #expect(!isEnough, "\(size) KB are too few, and less was enough")
    }
    #expect(isEnough)
    withExtendedLifetime(disk) {}
  }
}
