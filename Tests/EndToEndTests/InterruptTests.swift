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

  @Test(
    "The first signal writes what is done",
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143)), (SIGHUP, Int32(129))])
  func orderly(signal: Int32, code: Int32) async throws {
    let process = try place.start(["run", "service.yaml", "--out", "results", "--jobs", "1"])
    try await place.underWay(process)
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

  @Test("A second signal, or SIGQUIT, stops at once and leaves nothing")
  func atOnce() async throws {
    // A replication of this service lasts longer than the test.
    try place.write(
      SmallService.with("starts: 2015-04-01, ends: 2016-03-31", "starts: 2015-04-01, ends: 2115-03-31")
        .replacing("referralsPerYear: 600", with: "referralsPerYear: 60000"), as: "slow.yaml")
    for signals in [[SIGINT, SIGINT], [SIGTERM, SIGINT], [SIGHUP, SIGTERM], [SIGQUIT]] {
      let process = try place.start(["run", "slow.yaml", "--out", "results", "--jobs", "1"])
      try await place.underWay(process)
      for signal in signals {
        kill(process.processIdentifier, signal)
        try await Task.sleep(for: .milliseconds(60))
      }
      let outcome = try place.finish(process)
      #expect(outcome.code == 128 + (signals.last ?? 0), "\(outcome.err)")
      #expect(outcome.err.contains("stopped at once"))
      #expect(place.names() == ["service.yaml", "slow.yaml"])
    }
  }

  @Test("A replication that lasts is given up soon")
  func longReplication() async throws {
    try place.write(
      SmallService.with("starts: 2015-04-01, ends: 2016-03-31", "starts: 2015-04-01, ends: 2115-03-31")
        .replacing("referralsPerYear: 600", with: "referralsPerYear: 60000"), as: "slow.yaml")
    let process = try place.start(["run", "slow.yaml", "--out", "results", "--jobs", "1"])
    try await place.underWay(process)
    let began = ContinuousClock.now
    kill(process.processIdentifier, SIGTERM)
    let outcome = try place.finish(process)
    #expect(outcome.code == 143, "\(outcome.err)")
    #expect(ContinuousClock.now - began < .seconds(15))
    #expect(place.names() == ["service.yaml", "slow.yaml"])
  }

  @Test("A signal to the whole group, as `timeout` and a terminal send it, is one")
  func group() throws {
    let outcome = try place.shell(
      "timeout -s INT 2 \"$@\"", "run", "service.yaml", "--out", "results", "--jobs", "1")
    #expect(outcome.code == 124, "\(outcome.err)")
    #expect(!outcome.err.contains("at once;"), "\(outcome.err)")
    #expect(outcome.out.contains("UNFINISHED"))
    #expect(place.names() == ["results", "service.yaml"])
  }

  @Test("Who asked for hang-ups to be ignored is obeyed")
  func nohup() throws {
    let outcome = try place.shell(
      "trap '' HUP; \"$@\" >out.txt & p=$!; sleep 2; kill -HUP $p; sleep 1; kill -TERM $p; wait $p",
      "run", "service.yaml", "--out", "results", "--jobs", "1")
    #expect(outcome.code == 143, "\(outcome.err)")
  }
}
