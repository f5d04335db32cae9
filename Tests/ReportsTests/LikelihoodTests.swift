import Testing

@testable import Reports
@testable import Results

@Suite struct LikelihoodTests {
  @Test(arguments: [
    (0.02, "a remote chance"), (0.15, "highly unlikely"), (0.3, "unlikely"),
    (0.45, "a realistic possibility"),
    (0.6, "likely"), (0.85, "highly likely"), (0.97, "almost certain"), (1, "almost certain"),
  ])
  func words(probability: Double, word: String) { #expect(Likelihood.word(probability) == word) }

  @Test func aWordNeverStandsWithoutItsNumber() {
    #expect(
      Likelihood(share: 0.62, of: 200).phrase == "likely (62%: 124 of 200, 95% interval 55% to 68%)")
    #expect(Likelihood(0, of: 200).phrase == "a remote chance (below 1.9%: 0 of 200)")
    #expect(
      Likelihood.phrase((0.5, 0.75), text: "50% to 75%") == "a realistic possibility to likely (50% to 75%)")
    #expect(Likelihood.phrase((0.95, 1), text: "above 95%") == "almost certain (above 95%)")
  }

  private func row(_ source: String, path: String = "demand.x") -> ParameterRow {
    ParameterRow(
      path: path, value: "1", unit: "", kind: "", defaultValue: "", range: "", source: source, uncertain: "",
      meaning: "", from: "a.yaml:1:1")
  }

  @Test(arguments: [
    ("", AssumptionRating.red), ("no source given", .red), ("assumption", .red),
    ("assumption: near the mean", .amber),
    ("fitted: to starts", .amber), ("derived: mean of two years", .green), ("DfE 2016", .green),
    ("model choice", .choice),
  ])
  func ratings(source: String, rating: AssumptionRating) { #expect(AssumptionRating(row(source)) == rating) }

  @Test func howARunIsMadeIsAChoice() {
    #expect(AssumptionRating(row("no source given", path: "run.replications")) == .choice)
  }

  @Test func theReddestStandFirstAndDefaultsAreLeftOut() {
    var rows = [row("DfE"), row("assumption: x"), row("assumption"), row("model choice")]
    rows[3].from = "default"
    let assumptions = Assumptions(rows)
    #expect(assumptions.rated.map(\.rating) == [.red, .amber, .green])
    #expect(assumptions.counts == "1 red, 1 amber, 1 green")
    #expect(assumptions.defaults == 1)
  }

  @Test func wordsForAShellAreQuotedWhereTheyMustBe() {
    #expect(AgainSection.quoted("Results/a-b_c.d") == "Results/a-b_c.d")
    #expect(AgainSection.quoted("a b") == "'a b'")
    #expect(AgainSection.quoted("it's") == "'it'\\''s'")
    #expect(AgainSection.quoted("") == "''")
  }
}
