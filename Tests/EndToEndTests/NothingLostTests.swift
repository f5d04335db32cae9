import Foundation
import TestSupport
import Testing

@Suite("Nothing is lost", .timeLimit(.minutes(5)), .serialized)
struct NothingLostTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(UncertainService.text)
  }

  private func words(_ out: String, _ more: String...) -> [String] {
    let replications = more.contains("--reps") ? [] : ["--reps", "30"]
    return ["sweep", "service.yaml", "--vary", "demand.referralsPerYear=300:1490:10"] + replications
      + ["-q", "--out", out] + more
  }

  private func run(_ words: [String]) throws -> Workplace.Outcome { try place.finish(place.start(words)) }

  @Test(
    "Killed at forty instants across three parts, it ends with the bytes of one that was left alone",
    arguments: [UInt64(20_151_124)])
  func killed(seed: UInt64) async throws {
    #expect(try run(words("whole")).code == 0)
    var chance = SplitMix(seed: seed)
    var kills = 0
    var part = 0
    while kills < 40, part < 400 {
      let shard = "\(part % 3 + 1)/3"
      part += 1
      let process = try place.start(words("killed", "--shard", shard, "--resume", "--jobs", "2"))
      try await Task.sleep(for: .milliseconds(Int.random(in: 20...500, using: &chance)))
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
    }
    #expect(kills >= 10, "the sweep was finished before it could be killed")
    for shard in ["1/3", "2/3", "3/3"] {
      let outcome = try run(words("killed", "--shard", shard, "--resume"))
      #expect(outcome.code == 0, "\(outcome.err)")
    }
    #expect(try run(["merge", "killed", "-q"]).code == 0)
    for name in ["results.csv", "summary.csv", "variance.csv", "design.csv", "results.sqlite"] {
      #expect(try place.bytes("killed/\(name)") == place.bytes("whole/\(name)"), "\(name) differs")
    }
  }

  @Test(
    "An interrupt keeps what is done",
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143)), (SIGHUP, Int32(129))])
  func interrupted(signal: Int32, code: Int32) async throws {
    let process = try place.start(words("s", "--reps", "3000", "--jobs", "1"))
    while process.isRunning, place.names(in: "s/shards").isEmpty {
      try await Task.sleep(for: .milliseconds(10))
    }
    try await Task.sleep(for: .milliseconds(300))
    kill(process.processIdentifier, signal)
    let outcome = try place.finish(process)
    #expect(outcome.code == code, "\(outcome.err)")
    #expect(outcome.err.contains("--resume to continue"))
    // The replications in hand were kept: the merge finds a point with some of them.
    let merged = try run(["merge", "s"])
    #expect(merged.code == 75)
    #expect(try place.text("s/results.csv").contains(",part,"))
  }

  @Test("Two processes on one part: the second is told, and nothing is spoilt")
  func twoOwners() async throws {
    let first = try place.start(words("s", "--reps", "100000", "--jobs", "1", "--shard", "1/2"))
    while first.isRunning,
      !FileManager.default.fileExists(atPath: place.url("s/shards/1-of-2.sqlite-wal").path)
    {
      try await Task.sleep(for: .milliseconds(10))
    }
    try await Task.sleep(for: .milliseconds(200))
    let second = try Workplace.sideways(place, words("s", "--reps", "100000", "--shard", "1/2", "--resume"))
    #expect(second.code == 73)
    #expect(second.err.contains("another process is working on the same part"))
    kill(first.processIdentifier, SIGTERM)
    first.waitUntilExit()
    #expect(first.terminationStatus == 143)
  }

  @Test("A store that was cut short is told, and not used")
  func truncated() throws {
    #expect(try run(words("s")).code == 0)
    let store = place.url("s/shards/1-of-1.sqlite")
    let bytes = try Data(contentsOf: store)
    for length in [bytes.count / 2, 5000, 50] {
      try bytes.prefix(length).write(to: store)
      let outcome = try run(words("s", "--resume"))
      #expect(outcome.code == 65, "at \(length) bytes: \(outcome.err)")
      #expect(outcome.err.contains("damaged"), "\(outcome.err)")
      #expect(outcome.err.contains("remove it"))
    }
    try FileManager.default.removeItem(at: store)
    try? FileManager.default.removeItem(atPath: store.path + "-wal")
    let before = try place.bytes("s/results.csv")
    #expect(try run(words("s", "--resume")).code == 0)
    #expect(try place.bytes("s/results.csv") == before)
  }

  @Test("A store of another sweep is refused")
  func foreign() throws {
    #expect(try run(words("s")).code == 0)
    #expect(try run(words("t", "--seed", "12")).code == 0)
    try FileManager.default.removeItem(at: place.url("s/shards/1-of-1.sqlite"))
    try FileManager.default.copyItem(
      at: place.url("t/shards/1-of-1.sqlite"), to: place.url("s/shards/1-of-1.sqlite"))
    let outcome = try run(["merge", "s"])
    #expect(outcome.code == 65)
    #expect(outcome.err.contains("is not of this sweep"))
    let different = try run(["merge", "s", "t"])
    #expect(different.code == 65)
    #expect(different.err.contains("seed: 11 -> 12"))
  }

  @Test("A full disk is told, what is finished is kept, and it goes on with more room")
  func fullDisk() throws {
    let disk = try #require(
      MemoryDisk(under: place.path, options: "size=420k"),
      "a memory disk can only be mounted by the system's owner")
    let outcome = try run(words("disk/s"))
    #expect(outcome.code == 74, "\(outcome.err)")
    #expect(outcome.err.contains("the disk is full"), "\(outcome.err)")
    #expect(disk.remount("size=20m"))
    let again = try run(words("disk/s", "--resume"))
    #expect(again.code == 0, "\(again.err)")
    #expect(try run(words("whole")).code == 0)
    #expect(try place.bytes("disk/s/results.csv") == place.bytes("whole/results.csv"))
    withExtendedLifetime(disk) {}
  }

  @Test("A disk that can only be read is told")
  func readOnly() throws {
    let disk = try #require(
      MemoryDisk(under: place.path, options: "size=8m"),
      "a memory disk can only be mounted by the system's owner")
    #expect(try run(words("disk/s")).code == 0)
    #expect(disk.remount("ro"))
    let there = try run(words("disk/s", "--resume"))
    #expect(there.code == 73, "\(there.err)")
    #expect(there.err.contains("can only be read"), "\(there.err)")
    let fresh = try run(words("disk/t"))
    #expect(fresh.code == 73, "\(fresh.err)")
    withExtendedLifetime(disk) {}
  }
}

extension Workplace {
  /// Runs the command in a place where another one runs, without mixing what the two say.
  static func sideways(_ place: Workplace, _ words: [String]) throws -> Outcome {
    let own = try Workplace()
    let process = try own.start(words, in: place.url(""))
    return try own.finish(process)
  }
}
