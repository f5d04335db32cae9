import Testing

@testable import Statistics

@Suite("Named calculations")
struct CatalogueTests {
  static let cases =
    OutsideCase.queues + OutsideCase.stocks + OutsideCase.workforces + OutsideCase.samples
    + OutsideCase.sensitivities

  @Test("Every outside answer is reproduced", arguments: cases)
  func reproduces(_ known: OutsideCase) throws {
    let calculation = try #require(Calculation.named(known.calculation))
    let differences = known.differences(from: try calculation(known.inputs))
    #expect(differences == [])
  }

  @Test func everyCalculationHasACaseAndAUniqueName() {
    let names = Calculation.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(Self.cases.map(\.calculation)) == Set(names))
    #expect(Calculation.all.allSatisfy { !$0.meaning.isEmpty })
  }

  @Test func anUnknownNameIsNil() { #expect(Calculation.named("no-such-thing") == nil) }

  /// Inputs that a calculation can do without.
  static let optional: [String: Set<String>] = [
    "mmc": ["t"], "mginf-steady": ["dists"], "t-interval": ["conf"], "replications-table": ["conf"],
    "paired-comparison": ["conf"], "tenure-bands": ["t", "N"],
    "two-sample-replications": ["alpha", "power", "correlation"],
    "net-present-value": ["rates", "years", "npv_of"], "sobol-indices": ["a", "b", "coef", "x", "N"],
    "elementary-effects": ["a", "b", "coef", "x", "levels"],
  ]

  @Test(
    "An input left out throws its name",
    arguments: cases.filter { !["mser5", "tally"].contains($0.calculation) })
  func missing(_ known: OutsideCase) throws {
    let calculation = try #require(Calculation.named(known.calculation))
    let optional = Self.optional[known.calculation, default: []]
    for input in known.inputs.keys.sorted() where !optional.contains(input) {
      var rest = known.inputs
      rest[input] = nil
      #expect(throws: CalculationError.missing(input: input)) { try calculation(rest) }
    }
  }
}
