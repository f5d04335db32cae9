import Foundation
import TestSupport
import Testing

@Suite("What an interrupted search keeps", .timeLimit(.minutes(3)))
struct KeptTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  private static let searches: [(verb: String, table: String, words: [String])] = [
    (
      "goal", "goal.csv",
      [
        "--vary", "demand.referralsPerYear=300:1500", "--hold", "referrals <= 900", "--tolerance", "5",
        "--reps", "400",
      ]
    ),
    (
      "select", "selection.csv",
      [
        "--vary", "money.salary.socialWorker=30000:50000:5000", "--objective", "cost_gbp", "--method", "ocba",
        "--budget", "3000", "--confidence", "99.9999%", "--first", "300",
      ]
    ),
  ]

  @Test("It goes on from there, to the same bytes", arguments: [(0, SIGINT, 130), (1, SIGTERM, 143)])
  func resumed(search: Int, signal: Int32, code: Int32) throws {
    let (verb, table, words) = Self.searches[search]
    let all = [verb, "service.yaml"] + words + ["--jobs", "1"]
    let process = try place.start(all + ["--out", "s"])
    while process.isRunning, !place.names().contains("s.runs.sqlite") { usleep(5_000) }
    usleep(300_000)
    kill(process.processIdentifier, signal)
    let stopped = try place.finish(process)
    #expect(stopped.code == code, "\(stopped.err)")
    #expect(
      stopped.err.contains("s.runs.sqlite keeps what is finished; run the same command again to resume"),
      "\(stopped.err)")
    #expect(place.names() == ["s.runs.sqlite", "service.yaml"])
    let resumed = try place.finish(place.start(all + ["--out", "s"]))
    #expect(resumed.code == 0, "\(resumed.err)")
    #expect(resumed.err.contains(" reused from s.runs.sqlite"), "\(resumed.err)")
    #expect(!resumed.err.contains(" 0 reused"), "\(resumed.err)")
    #expect(try place.finish(place.start(all + ["--out", "t"])).code == 0)
    #expect(try place.bytes("s/\(table)") == place.bytes("t/\(table)"))
    // With nothing left to do, nothing is simulated.
    let again = try place.finish(place.start(all + ["--out", "s", "--force"]))
    #expect(again.code == 0 && again.err.contains("0 replications computed"), "\(again.err)")
  }
}
