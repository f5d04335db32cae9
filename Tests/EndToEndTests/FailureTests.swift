import Foundation
import TestSupport
import Testing

@Suite("Failures in JSON, and mistakes told with the usage of their own verb", .timeLimit(.minutes(2)))
struct FailureTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    try place.write("scenario: Wrong\nlaeving: 1\n", as: "wrong.yaml")
  }

  private func run(_ words: [String]) throws -> Workplace.Outcome { try place.finish(place.start(words)) }

  @Test(
    "A failure is an object too: what failed, why, and where",
    arguments: [
      (["check", "wrong.yaml"], Int32(65), 1), (["run", "wrong.yaml"], 65, 1), (["run", "none.yaml"], 66, 1),
      (["explain", "wrong.yaml", "run"], 65, 1), (["diff", "one", "two"], 66, 0),
      (["report", "nowhere"], 66, 0),
      (["compare", "service.yaml"], 64, 0), (["runn", "service.yaml"], 64, 0),
      (["compare", "service.yaml", "service.yaml", "--output", "cots_gbp"], 64, 0),
    ])
  func failures(words: [String], code: Int32, findings: Int) throws {
    let outcome = try run(words + ["--json"])
    #expect(outcome.code == code && !outcome.err.isEmpty, "\(words): \(outcome.err)")
    let answer = try #require(
      try? JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any],
      "\(words): \(outcome.out)")
    #expect(answer["valid"] as? Bool == false && answer["verb"] as? String == words[0])
    #expect(answer["exit_code"] as? Int == Int(code))
    #expect((answer["error"] as? String)?.isEmpty == false)
    let found = try #require(answer["findings"] as? [[String: Any]])
    #expect(found.count >= findings, "\(words): \(outcome.out)")
    for finding in found {
      #expect(finding["code"] != nil && finding["message"] != nil && finding["line"] != nil)
    }
  }

  @Test("A goal that is not reached answers once, though it fails")
  func once() throws {
    let outcome = try run([
      "goal", "service.yaml", "--vary", "demand.referralsPerYear=300:900", "--hold", "referrals <= 1",
      "--reps", "4",
      "--probability", "80%", "--out", "g", "--json",
    ])
    #expect(outcome.code == 1, "\(outcome.err)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    #expect(answer["verb"] as? String == "goal")
    let warnings = try #require(answer["warnings"] as? [String])
    #expect(warnings.contains { $0.contains("far from anything simulated") })
  }

  @Test(
    "The usage is that of the verb that was called",
    arguments: [
      ["compare", "service.yaml", "service.yaml", "--output", "nothing"],
      ["goal", "service.yaml", "--vary", "demand.referralsPerYear=300:900", "--hold", "nothing <= 1"],
      ["select", "service.yaml", "service.yaml", "--objective", "referrals", "--delta", "1"],
      ["select", "service.yaml", "service.yaml", "--objective", "cost_gbp", "--delta", "1", "--reps", "5"],
      ["run", "service.yaml", "--precision", "5%", "--precise", "nothing"],
      ["run", "service.yaml", "--twins", "5", "--fixed-parameters"],
    ])
  func usage(words: [String]) throws {
    let outcome = try run(words)
    #expect(outcome.code == 64, "\(outcome.err)")
    #expect(outcome.err.contains("Usage: caseload \(words[0])"), "\(outcome.err)")
    #expect(!outcome.err.contains("<subcommand>"))
  }

  @Test("A lever that never takes effect is no difference, with the reason; its warnings are told")
  func idle() throws {
    try place.write("scenario: Same\nquestion: Nothing?\n", as: "same.yaml")
    let outcome = try run(["compare", "service.yaml", "same.yaml", "--reps", "3", "--out", "c"])
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("No difference in any future"), "\(outcome.out)")
    #expect(outcome.out.contains("it sets nothing that the base does not have"), "\(outcome.out)")
    let worth = try run(["worth", "service.yaml", "same.yaml", "--reps", "3", "--out", "w"])
    #expect(
      worth.code == 0 && worth.out.contains("no difference in cost or leavers"), "\(worth.out)\(worth.err)")
  }

  @Test(
    "What of an overlay lies outside the run is a finding before anything is simulated, and the reason after it"
  )
  func outside() throws {
    try place.write(
      "scenario: Late help\nquestion: Is it?\nlevers: { edgeOfCare: { from: 2040-04-01, careEntryRatio: 0.5 } }\n",
      as: "late.yaml")
    for verb in ["compare", "worth"] {
      let outcome = try run([verb, "service.yaml", "late.yaml", "--reps", "3", "--out", verb])
      #expect(outcome.code == 0, "\(outcome.err)")
      let finding = try #require(outcome.err.range(of: "warning[outside-run]"), "\(outcome.err)")
      let start = try #require(outcome.err.range(of: "simulating"), "\(outcome.err)")
      #expect(finding.lowerBound < start.lowerBound && outcome.err.contains("or to start, which is"))
      let words = outcome.out.replacing(#/\s+/#, with: " ")
      #expect(words.contains("Late help") && !words.contains("Warning: late"), "\(words)")
      #expect(words.contains("it starts on 2040-04-01, after the run ends on"), "\(words)")
      let page = try run(["report", verb])
      #expect(page.code == 0, "\(page.err)")
      let text = try place.text("\(verb)/\(verb).html")
      #expect(text.contains("Late help changes nothing, in any future: it starts on 1 April 2040"))
      #expect(!text.contains("<svg"))
    }
  }

  @Test("A replication beyond those of the scenario is told to be so")
  func beyond() throws {
    let outcome = try run(["trace", "service.yaml", "--child", "0", "--replication", "5000"])
    #expect(outcome.code == 0 && outcome.err.contains("replication 5000 is beyond those of the scenario"))
  }
}
