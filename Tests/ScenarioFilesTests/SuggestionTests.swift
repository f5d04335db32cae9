import Testing

@testable import ScenarioFiles

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "Distances",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
      ("abcd", "acbd", 1),
      ("ca", "abc", 3), ("same", "same", 0), ("é", "e", 1),
    ])
  func distance(first: String, second: String, expected: Int) {
    #expect(Suggestion.distance(first, second) == expected)
    #expect(Suggestion.distance(second, first) == expected)
  }

  @Test("The nearest, or none")
  func nearest() {
    let names = ["referrals", "referral", "seed", "ends"]
    #expect(Suggestion.nearest(to: "referals", among: names) == "referrals")
    #expect(Suggestion.nearest(to: "SEED", among: names) == "seed")
    #expect(Suggestion.nearest(to: "sede", among: names) == "seed")
    #expect(Suggestion.nearest(to: "caseload", among: names) == nil)
    #expect(Suggestion.nearest(to: "", among: names) == nil)
    #expect(Suggestion.nearest(to: "x", among: ["y"]) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "a", count: 9999), among: names) == nil)
  }
}
