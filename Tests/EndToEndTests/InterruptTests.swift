import Foundation
import TestSupport
import Testing

@Suite("Interrupting a run", .timeLimit(.minutes(1)))
struct InterruptTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.long)
  }

  @Test("The first signal writes what is done", arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func orderly(signal: Int32, code: Int32) async throws {
    let process = try place.start(["run", "service.yaml", "--out", "results", "--jobs", "1"])
    try await underWay(process)
    kill(process.processIdentifier, signal)
    let outcome = try place.finish(process)
    #expect(outcome.code == code, "\(outcome.err)")
    #expect(outcome.out.contains("UNFINISHED"))
    #expect(place.names() == ["results", "service.yaml"])
    let manifest = try place.json("results/manifest.json")
    #expect(manifest["interrupted"] as? Bool == true)
    let done = try #require(manifest["replications_done"] as? Int)
    #expect(done > 0 && done < 500_000)
    #expect(manifest["replications_wanted"] as? Int == 500_000)
    #expect(place.names(in: "results").contains("series.csv"))
  }

  /// Waits until the command has made its folder and has had time for some replications.
  private func underWay(_ process: Process) async throws {
    while process.isRunning, !place.names().contains(where: { $0.hasPrefix("results.partial-") }) {
      try await Task.sleep(for: .milliseconds(20))
    }
    try await Task.sleep(for: .milliseconds(400))
    #expect(process.isRunning, "the run ended before the signal")
  }
}
