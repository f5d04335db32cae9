import Foundation
import TestSupport
import Testing

@Suite("Whatever ends the command, somebody says so", .timeLimit(.minutes(2)), .serialized)
struct TrapTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.long)
  }

  @Test(
    "A mistake of ours is 70, is told with what we need to know, and leaves nothing",
    arguments: [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV])
  func trapped(signal: Int32) async throws {
    let process = try place.start(["run", "service.yaml", "--out", "results", "--jobs", "1"])
    try await place.underWay(process)
    kill(process.processIdentifier, signal)
    let outcome = try place.finish(process)
    #expect(outcome.code == 70, "\(outcome.err)")
    for part in [
      "by a mistake of its own", "help: send", "run service.yaml --out results", "Small service, hash",
    ] {
      #expect(outcome.err.contains(part), "\(outcome.err)")
    }
    #expect(place.names() == ["service.yaml"])
  }

  @Test("A worker that is killed alone is told, and leaves nothing")
  func worker() async throws {
    let process = try place.start(["run", "service.yaml", "--out", "results", "--jobs", "1"])
    try await place.underWay(process)
    let worker = try #require(try children(of: process).first)
    kill(worker, SIGKILL)
    let outcome = try place.finish(process)
    #expect(outcome.code == 137)
    #expect(outcome.err.contains("most often because memory ran out"))
    #expect(place.names() == ["service.yaml"])
  }

  @Test("A command that is killed takes its worker with it, and the next one clears away what it left")
  func killed() async throws {
    let process = try place.start(["run", "service.yaml", "--out", "results", "--jobs", "1"])
    try await place.underWay(process)
    let worker = try #require(try children(of: process).first)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<100 where kill(worker, 0) == 0 { try await Task.sleep(for: .milliseconds(50)) }
    #expect(kill(worker, 0) != 0, "the worker lives on")
    #expect(place.names().contains { $0.hasPrefix("results.partial-") })
    try place.write(SmallService.text, as: "other.yaml")
    #expect(try place.run("run", "other.yaml", "--out", "beside", "-q").code == 0)
    #expect(place.names() == ["beside", "other.yaml", "service.yaml"])
  }

  private func children(of process: Process) throws -> [pid_t] {
    let number = process.processIdentifier
    let text = try String(contentsOfFile: "/proc/\(number)/task/\(number)/children", encoding: .utf8)
    return text.split(separator: " ").compactMap { pid_t($0) }
  }
}
