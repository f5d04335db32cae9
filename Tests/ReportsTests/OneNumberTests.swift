import Dates
import Testing

@testable import Reports
@testable import Results

@Suite("One number, one name")
struct OneNumberTests {
  private func curve(_ points: [(Double, Double)]) -> [RetentionRow] {
    points.map { years, survival in
      RetentionRow { ($0.years, $0.survival, $0.role) = (years, survival, "social_worker") }
    }
  }

  @Test(
    "Half have left at the same length of service on every page: straight between the lengths that are written"
  )
  func halfLife() throws {
    let rows = curve([(0, 1), (3.25, 0.55), (3.5, 0.45), (3.75, 0.4)])
    #expect(abs((rows.halfLife ?? 0) - 3.375) < 1e-12)
    #expect(curve([(0, 1), (1, 0.6)]).halfLife == nil)
    #expect(curve([(0, 0.5), (1, 0.4)]).halfLife == 0)
    let text = RetentionRow.text(rows, width: 100, colour: false)
    #expect(text.contains("3.4") && text.contains("Social workers"))
  }

  @Test("What a table writes with underscores is said in words")
  func words() {
    #expect(Phrase.words("placement=in_house_fostering") == "in-house fostering")
    #expect(Phrase.words("role=without_cases") == "social workers without cases")
    #expect(Phrase.words("team=front_door") == "front door" && Phrase.words("") == "")
    #expect(RetentionRow.name("") == "All" && RetentionRow.name("practice_manager") == "Practice managers")
  }

  @Test("A split that is not known in all its parts is not told")
  func sweep() {
    var summary = SweepSummary(
      title: "Tiny", points: 3, done: 3, failed: 0, missing: 0, replications: 5, varied: ["a"],
      objective: "cost_gbp", better: "smallest", best: [("p1", ["1"], SmallResult.estimate(2, spread: 0.1))],
      unit: "£", folder: "f")
    summary.shares = (1, nil, nil)
    #expect(summary.text().contains("cannot be told") && !summary.text().contains("100%"))
    summary.shares = (0.5, 0.3, 0.2)
    #expect(summary.text().contains("50% from what was varied, 30% from uncertain inputs, 20% from chance"))
  }
}
