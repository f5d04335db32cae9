import Testing

@testable import ScenarioFiles

@Suite("Anchors, aliases and merges")
struct AliasTests {
  @Test("They may be used")
  func use() throws {
    let scenario = try read(
      """
      demand: &all
        shareHome: &half 0.5
        shareAway: *half
        byMonth: &list [1, *half]
      levers: { payment: { <<: { pounds: 3, hazardRatio: 2 }, pounds: 4 } }
      run:
        <<: [{ seed: 3 }, { seed: 4, replications: 99 }]
      question: 2 * 3 *star "*"
      """)
    #expect(scenario.parameters.demand.shareAway == 0.5)
    #expect(scenario.parameters.demand.byMonth == [1, 0.5])
    #expect(scenario.parameters.levers.payment.pounds == 4)
    #expect(scenario.parameters.levers.payment.hazardRatio == 2)
    #expect(scenario.parameters.run.seed == 3)
    #expect(scenario.parameters.run.replications == 99)
    #expect(scenario.question == "2 * 3 *star \"*\"")
  }

  @Test(
    "They may be wrong",
    arguments: [
      ("demand: { byMonth: *list }", ["unknown-alias@1:20"]),
      ("demand: { byMonth: &a [1, *a] }", ["alias-loop@1:27"]),
      ("demand: &a { shareHome: *a }", ["alias-loop@1:25"]),
      ("demand: { shareHome: &a 0.75 , *a : 1 }", ["key-not-text@1:32"]),
    ])
  func wrong(text: String, expected: [String]) {
    #expect(brief(text) == expected)
  }

  @Test("A few lines cannot stand for millions of values", .timeLimit(.minutes(1)))
  func bomb() {
    for form in ["a%: &a% [*A,*A,*A,*A,*A,*A,*A,*A,*A]", "a%: &a% {<<: [*A,*A,*A], b: *A, c: *A, d: *A}"] {
      var text = "a0: &a0 [1,2,3,4,5,6,7,8,9]\n"
      if form.contains("<<") { text = "a0: &a0 {x: 1}\n" }
      for level in 1...60 {
        text += form.replacing("%", with: "\(level)").replacing("*A", with: "*a\(level - 1)") + "\n"
      }
      #expect(findings(text).contains { $0.code == "too-many-aliases" })
      #expect(findings(text + "? [*a60, *a60]\n: 1\n").contains { $0.code == "key-not-text" })
    }
  }

  @Test("Nesting has an end", arguments: ["[", "{a: ", "- ", "? ", "{", "a:\n "])
  func deep(piece: String) {
    #expect(findings(String(repeating: piece, count: 20_000)).isEmpty == false)
    let nested = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(findings("demand: { byMonth: \(nested) }").contains { $0.code == "too-deep" })
  }

  @Test("Long lines take no long time", .timeLimit(.minutes(1)))
  func longLines() {
    let wrong = "demand: { byMonth: [" + String(repeating: "x, ", count: 30_000) + "1] }"
    #expect(findings(wrong).count == 20)
    let anchors = (0..<6000).map { "&a\($0) 1, *a\($0)," }.joined()
    #expect(findings("demand: { byMonth: [\(anchors)1] }").isEmpty)
  }
}
