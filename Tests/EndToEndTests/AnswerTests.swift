import Foundation
import TestSupport
import Testing

@Suite("Answers in JSON, and lines of eighty columns", .timeLimit(.minutes(4)))
struct AnswerTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    try place.write(EvidenceTests.register, as: "risks.yaml")
    try place.write("scenario: More\ndemand: { referralsPerYear: 700 }\n", as: "more.yaml")
  }

  private static let profile = Workplace.project.appendingPathComponent("Scenarios/profiles/generic-4x4.yaml")
    .path

  /// Every verb, in an order in which each has what it needs. What it answers has these members.
  private static let verbs: [([String], [String])] = [
    (["check", "service.yaml"], ["valid", "warnings"]),
    (["run", "service.yaml", "--raw", "--out", "r"], ["opening", "years", "seed", "folder"]),
    (["run", "service.yaml", "--raw", "--out", "r2", "--seed", "12"], ["years"]),
    (["compare", "service.yaml", "more.yaml", "--out", "c"], ["comparison", "checks_hold"]),
    (["reps", "service.yaml", "--reps", "4", "--out", "p"], ["precision", "words"]),
    (
      [
        "select", "service.yaml", "more.yaml", "--objective", "cost_gbp", "--method", "ocba", "--budget",
        "40", "--out",
        "e",
      ], ["selection"]
    ),
    (
      [
        "goal", "service.yaml", "--vary", "demand.referralsPerYear=300:900", "--hold", "referrals < 5000",
        "--reps", "4",
        "--out", "g",
      ], ["goal"]
    ),
    (
      [
        "sweep", "service.yaml", "--vary", "demand.referralsPerYear=500,600", "--reps", "2", "--out", "s",
        "--dry-run",
      ],
      ["points", "words"]
    ),
    (
      [
        "sweep", "service.yaml", "--vary", "demand.referralsPerYear=500,600", "--reps", "2", "--out", "s",
        "--objective", "cost_gbp",
      ], ["points", "done", "best"]
    ),
    (["merge", "s"], ["points", "done"]),
    (["risk", "r", "--register", "risks.yaml", "--profile", profile], ["risk_evidence", "files"]),
    (["finance", "r"], ["finance_growth", "finance_pvm"]), (["hr", "r"], ["hr_survival", "files"]),
    (["vacancy-factor", "r"], ["vacancy_factor"]),
    (["vacancy-factor", "--turnover", "15%", "--weeks", "16"], ["words"]),
    (["report", "r", "--xlsx"], ["files"]), (["stress", "r"], ["files"]), (["qa", "r"], ["files"]),
    (["trace", "service.yaml", "--child", "0"], ["title", "story"]),
    (["diff", "r", "r2"], ["identical", "rows"]), (["init", "new.yaml"], ["files"]),
  ]

  private func run(_ words: [String]) throws -> Workplace.Outcome { try place.finish(place.start(words)) }

  @Test("Each verb answers with a small object, and nothing else on standard output")
  func answers() throws {
    for (words, members) in Self.verbs {
      let outcome = try run(words + ["--json"])
      #expect(outcome.code == 0, "\(words): \(outcome.err)")
      let answer = try #require(
        try? JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any],
        "\(words): \(outcome.out)")
      #expect(answer["program"] as? String == "caseload", "\(words)")
      #expect(answer["verb"] as? String == words[0], "\(words)")
      #expect(outcome.out.utf8.count < 100_000, "\(words): \(outcome.out.utf8.count) bytes")
      for member in members { #expect(answer[member] != nil, "\(words) has no \(member)") }
    }
    for words in [["explain", "service.yaml", "run"], ["measures", "cost"]] {
      let outcome = try run(words + ["--json"])
      #expect(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) is [[String: Any]])
    }
    let years = try JSONSerialization.jsonObject(
      with: Data(try run(["run", "service.yaml", "--json", "--out", "m"]).out.utf8))
    let rows = try #require((years as? [String: Any])?["years"] as? [[String: Any]])
    let cost = try #require(rows.first { $0["measure"] as? String == "cost_gbp" })
    #expect(
      cost["unit"] as? String == "GBP" && (100_000..<100_000_000).contains(cost["mean"] as? Double ?? 0))
  }

  @Test("No line that a verb prints is longer than 80 columns, but for a word that is")
  func widths() throws {
    for (words, _) in Self.verbs {
      let outcome = try run(words)
      #expect(outcome.code == 0, "\(words): \(outcome.err)")
      // Findings are for editors, which want each on one line.
      let talk = outcome.err.split(separator: "\n").filter { !$0.contains(": warning[") }
      for line in outcome.out.split(separator: "\n") + talk {
        #expect(
          line.count <= 80 || !line.trimmingPrefix(while: { $0 == " " }).contains(" "), "\(words): \(line)")
      }
    }
    let verified = try run(["verify", "--only", "Q01,E04"])
    #expect(verified.code == 0, "\(verified.err)")
    for line in verified.out.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test("No line of any help is longer, and examples break only where a backslash says so")
  func help() throws {
    let root = try run(["--help"]).out
    let verbs = root.split(separator: "\n").compactMap {
      $0.prefixMatch(of: #/  ([a-z][a-z-]+)(?: |$)/#).map { String($0.output.1) }
    }
    #expect(verbs.contains("vacancy-factor") && verbs.contains("run"))
    for verb in [""] + Set(verbs).sorted() where verb != "caseload" {
      let text = try run((verb.isEmpty ? [] : ["help", verb]) + (verb.isEmpty ? ["--help"] : [])).out
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      var isExample = false
      for (place, line) in lines.enumerated() {
        #expect(line.count <= 80, "\(verb): \(line)")
        if line.hasPrefix("EXAMPLE") { isExample = true } else if line.isEmpty { isExample = false }
        let goesOn = place > 0 && lines[place - 1].hasSuffix("\\")
        if isExample, line.hasPrefix("   ") { #expect(goesOn, "\(verb): \(line)") }
      }
    }
  }
}
