import Testing

@testable import ScenarioFiles

@Suite("Each mistake has its code and its place")
struct MistakeTests {
  @Test(
    "In values",
    arguments: [
      ("demand: { referralsPerYear: many }", "wrong-type@1:29"),
      ("demand: { referralsPerYear: -1 }", "out-of-range@1:29"),
      ("demand: { referralsPerYear: 20001 }", "out-of-range@1:29"),
      ("demand: { referralsPerYear: \"3000\" }", "quoted-number@1:29"),
      ("demand: { referralsPerYear: .nan }", "not-finite@1:29"),
      ("demand: { referralsPerYear: -.inf }", "not-finite@1:29"),
      ("demand: { referralsPerYear: 1e999 }", "not-finite@1:29"),
      ("demand: { referralsPerYear: 036 }", "leading-zero@1:29"),
      ("demand: { referralsPerYear: 0x1F }", "number-base@1:29"),
      ("demand: { referralsPerYear: 0o17 }", "number-base@1:29"),
      ("demand: { referralsPerYear: 1_000 }", "digit-grouping@1:29"),
      ("demand:\n  referralsPerYear: 1,000", "digit-grouping@2:21"),
      ("demand:\n  referralsPerYear: 1 000", "digit-grouping@2:21"),
      ("demand:\n  shareHome: 0,5", "decimal-comma@2:14"),
      ("demand: { referralsPerYear: 12:30:00 }", "sexagesimal@1:29"),
      ("demand: { shareHome: 50% }", "percent@1:22"),
      ("levers: { payment: { pounds: £3000 } }", "currency-sign@1:30"),
      ("demand:\n  referralsPerYear: 16 weeks", "number-with-unit@2:21"),
      ("demand: { referralsPerYear: yes }", "wrong-type@1:29"),
      ("demand: { referralsPerYear: }", "no-value@1:29"),
      ("demand: { referralsPerYear: ~ }", "no-value@1:29"),
      ("demand: { referralsPerYear: {} }", "no-value@1:29"),
      ("demand: { referralsPerYear: [1, 2] }", "wrong-type@1:29"),
      ("run: { replications: 2.5 }", "wrong-type@1:22"),
      ("run: { replications: 0 }", "out-of-range@1:22"),
      ("run: { starts: 01/04/2015 }", "wrong-type@1:16"),
      ("run: { starts: 2015-02-29 }", "wrong-type@1:16"),
      ("run: { starts: 2015-4-1 }", "wrong-type@1:16"),
      ("levers: { isOpen: yes }", "not-true-or-false@1:19"),
      ("levers: { isOpen: on }", "not-true-or-false@1:19"),
      ("levers: { isOpen: n }", "not-true-or-false@1:19"),
      ("levers: { isOpen: 1 }", "not-true-or-false@1:19"),
      ("levers: { isOpen: \"true\" }", "not-true-or-false@1:19"),
      ("levers: { isOpen: perhaps }", "wrong-type@1:19"),
      ("levers: { style: carefull }", "unknown-choice@1:18"),
      ("levers: { style: [bold] }", "wrong-type@1:18"),
      ("demand: { byMonth: 3 }", "wrong-type@1:20"),
      ("demand: { byMonth: [1, x, 3] }", "wrong-type@1:24"),
      ("demand: { byMonth: [1, 13] }", "out-of-range@1:24"),
      ("demand: { shareHome: { value: 0.75, unit: weeks } }", "wrong-unit@1:43"),
      ("demand: { shareHome: { value: 0.75, unit: [share] } }", "wrong-unit@1:43"),
      ("demand: { shareHome: { valeu: 0.75 } }", "unknown-key@1:24"),
      ("demand: { shareHome: { value: 0.75, source: } }", "wrong-type@1:45"),
      ("demand: { shareHome: { value: 0.75, note: [a] } }", "wrong-type@1:43"),
    ])
  func values(text: String, expected: String) {
    #expect(brief(text) == [expected])
  }

  @Test(
    "In uncertainty",
    arguments: [
      ("uncertain: 3", "wrong-type"), ("uncertain: [1, 2, 3]", "wrong-type"),
      ("uncertain: [0.9, 0.5]", "uncertain-order"), ("uncertain: [0.75, 0.75]", "uncertain-order"),
      ("uncertain: [0.8, 0.9]", "uncertain-order"), ("uncertain: [0.5, 1.5]", "out-of-range"),
      ("uncertain: [low, 0.9]", "wrong-type"), ("uncertain: { low: 0.5 }", "missing-key"),
      ("uncertain: { family: pret, low: 0.5, high: 0.9 }", "unknown-choice"),
      ("uncertain: { low: 0.5, high: 0.9, mode: 0.7 }", "unknown-key"),
      ("uncertain: { family: normal, low: 0.5, standardDeviation: 1 }", "unknown-key"),
      ("uncertain: { family: normal }", "missing-key"),
      ("uncertain: { family: normal, standardDeviation: 0 }", "out-of-range"),
      ("uncertain: { family: uniform, low: 50%, high: 0.9 }", "percent"),
    ])
  func uncertainty(text: String, expected: String) {
    let found = findings("demand:\n  shareHome:\n    value: 0.75\n    \(text)\n")
    #expect(found.map(\.code) == [expected])
    #expect(found.allSatisfy { $0.place.line == 4 })
  }

  @Test(
    "In what cannot be uncertain",
    arguments: ["levers: { isOpen: { uncertain: [0, 1] } }", "run: { starts: { uncertain: [1, 2] } }"])
  func certain(text: String) {
    #expect(findings(text).map(\.code) == ["not-uncertain"])
  }

  @Test(
    "In names",
    arguments: [
      ("demmand: { shareHome: 1 }", "unknown-key@1:1", "did you mean \"demand\"?"),
      ("demand: { shareHmoe: 1 }", "unknown-key@1:11", "did you mean \"shareHome\"?"),
      ("shareHome: 0.75", "unknown-key@1:1", "did you mean \"demand.shareHome\"?"),
      ("levers: { pounds: 3 }", "unknown-key@1:11", "did you mean \"levers.payment.pounds\"?"),
      ("demand.shareHome: 0.75", "unknown-key@1:1", "nest the names: demand: { shareHome: … }"),
      ("basedon: other.yaml", "unknown-key@1:1", "did you mean \"basedOn\"?"),
      ("demand: { xyzzyplugh: 1 }", "unknown-key@1:11", nil),
      ("demand: 5", "not-a-group@1:9", "it holds for example referralsPerYear, shareHome, shareAway"),
      (
        "demand: [shareHome]", "not-a-group@1:9",
        "it holds for example referralsPerYear, shareHome, shareAway"
      ),
      ("scenario: [a]", "wrong-type@1:11", "write a few words"),
      ("? [a, b]\n: 1", "key-not-text@1:3", nil),
      ("demand: { ~: 1 }", "unknown-key@1:11", nil),
      ("1: 2", "unknown-key@1:1", nil),
    ])
  func names(text: String, expected: String, help: String?) {
    #expect(brief(text) == [expected])
    #expect(findings(text).first?.help == help)
  }

  @Test(
    "In YAML",
    arguments: [
      ("demand: {", "yaml-syntax@1:10"), ("demand: [1, 2", "yaml-syntax@1:14"),
      ("scenario: A: B", "yaml-syntax@1:12"), ("scenario: \"A", "yaml-syntax@1:13"),
      ("demand:\n\tshareHome: 0.75", "tab@2:1"), ("scenario: @home", "yaml-syntax@1:11"),
      ("scenario: A\n---\nscenario: B", "several-documents@2:1"),
      ("scenario: A\n  question: B", "yaml-syntax@2:11"),
      ("- scenario\n- list", "not-a-scenario@1:1"), ("just words", "not-a-scenario@1:1"),
      ("", "empty-file@1:1"), ("# only a comment\n", "empty-file@1:1"), ("~", "empty-file@1:1"),
      ("---\n", "empty-file@1:1"),
      ("scenario: !!int 5", "tag@1:11"), ("scenario: A\u{7}", "yaml-syntax@1:1"),
      ("demand: { <<: 5 }", "wrong-merge@1:15"),
    ])
  func syntax(text: String, expected: String) {
    #expect(brief(text) == [expected])
  }

  @Test("Keys given twice are all found, together with other mistakes")
  func duplicates() {
    let text = """
      demand:
        shareHome: 0.75
        byMonth: [x]
        shareHome: 0.5
        shareHome: 0.6
      "run": { seed: 1, seed: 2 }
      run: { sead: 3 }
      """
    #expect(
      brief(text) == [
        "wrong-type@3:13", "duplicate-key@4:3", "duplicate-key@5:3", "duplicate-key@6:19",
        "duplicate-key@7:1",
      ])
    #expect(findings(text)[1].message == "\"shareHome\" is already given on line 2.")
  }

  @Test("A second document of duplicates that cannot be told apart is still refused")
  func oddDuplicates() {
    #expect(findings("<<: {}\n<<: {}").map(\.code) == ["duplicate-key"])
    #expect(findings("? [a]\n: 1\n? [a]\n: 2").map(\.code) == ["duplicate-key"])
  }

  @Test("Everything is found in one pass")
  func onePass() {
    let text = """
      scenario: A
      demand:
        shareHom: 0.7
        referralsPerYear: { value: -5, unit: weeks, uncertain: [3, 2] }
      levers: { isOpen: yes, payment: { pounds: £5, hazardRatio: 1_0 } }
      """
    #expect(findings(text, sets: ["run.seed=x", "nothing", "a.b=1"]).count == 10)
  }

  @Test("A very wrong file is not told without end")
  func tooMany() {
    let found = findings((0..<5000).map { "k\($0): 1\n" }.joined())
    #expect(found.count < 220)
    #expect(found.contains { $0.code == "too-many-mistakes" })
  }
}
