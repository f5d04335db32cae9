import Testing

@testable import Statistics

@Suite("Sensitivity of functions that are known")
struct SensitivityTests {
  static let functions: [TestFunction] = [
    .ishigami(a: 7, b: 0.1), .g([0, 1, 4.5, 9, 99, 99, 99, 99]), .g([78, 12, 0.5, 2, 97, 33]),
    .linear([5, 4, 3, 2, 1]),
  ]

  @Test("Estimates from 8,192 points come within 0.01", arguments: functions)
  func estimates(_ function: TestFunction) {
    let exact = function.indices
    let found = SobolIndices(
      estimating: { function($0) }, dimensions: function.dimensions, count: 8192)
    #expect(abs(found.mean - exact.mean) < 0.01)
    #expect(abs(found.variance / exact.variance - 1) < 0.01)
    for input in exact.first.indices {
      #expect(abs(found.first[input] - exact.first[input]) < 0.01, "input \(input)")
      #expect(abs(found.total[input] - exact.total[input]) < 0.01, "input \(input)")
    }
  }

  @Test func aLinearFunctionHasNoInteractions() throws {
    let function = TestFunction.linear([3, -1])
    #expect(function.indices.first == function.indices.total)
    #expect(abs(function.indices.first.reduce(0, +) - 1) < 1e-15)
    let steps = try ElementaryEffects(of: { function($0) }, dimensions: 2, levels: 5, step: 0.5)
    #expect(steps.mean.map { ($0 * 1e9).rounded() / 1e9 } == [3, -1])
    #expect(steps.deviation.allSatisfy { $0 < 1e-12 })
  }

  @Test("A step that leaves the grid is refused", arguments: [0.5, 0, 1.5, -1.0 / 3, .nan])
  func steps(_ step: Double) {
    #expect(throws: CalculationError.self) {
      try ElementaryEffects(of: { $0[0] }, dimensions: 1, levels: 4, step: step)
    }
  }

  @Test func aGridThatIsTooLargeIsRefused() {
    #expect(throws: CalculationError.self) {
      try ElementaryEffects(of: { $0[0] }, dimensions: 12, levels: 4, step: 1)
    }
  }

  @Test func endlessPatienceIsErlangC() throws {
    let plain = try ManyServerQueue(arrivalRate: 8, serviceRate: 1, servers: 10)
    let patient = try AbandonmentQueue(
      arrivalRate: 8, serviceRate: 1, abandonmentRate: 1e-4, servers: 10)
    #expect(abs(patient.meanWaiting / plain.meanWaiting - 1) < 1e-3)
    #expect(abs(patient.waitProbability / plain.waitProbability - 1) < 1e-3)
    // What comes goes: served or given up.
    let balance = patient.meanBusy * 1 + patient.meanWaiting * 1e-4
    #expect(abs(balance - 8) < 1e-9)
  }

  @Test(
    "Rates that do not make a table are refused",
    arguments: [
      "", "3.5", "3.5% y2-30, 3% after", "3.5% y1-30", "3.5% y1-30, 3% y32-75, 2% after", "x%",
      "3% after, 2% after", "3% y1", "-100%", "3% y5-4, 2% after",
    ])
  func rates(_ text: String) throws {
    let value = try #require(Calculation.named("net-present-value"))
    #expect(throws: CalculationError.self) { try value(["rates": .text(text), "npv_of": .list([1])]) }
  }

  @Test func ratesInWordsAreTheGreenBook() throws {
    let read = try DiscountTable.reading("3.5% y1-30, 3.0% y31-75, 2.5% after", input: "rates")
    for year in [0, 1, 30, 31, 75, 76, 120] {
      #expect(read.factor(year: year) == DiscountTable.greenBook.factor(year: year))
    }
  }

  @Test(
    "A calculation says which input is out of range",
    arguments: [
      ("mmc-abandonment", ["lam": 1, "mu": 0, "theta": 1, "c": 1], "'mu'"),
      ("mmc-abandonment", ["lam": 1, "mu": 1, "theta": 1e-9, "c": 1], "'lam'"),
      ("mmc-abandonment", ["lam": 1e300, "mu": 1, "theta": 1, "c": 1], "'lam'"),
      ("mmc-abandonment", ["lam": 1, "mu": 1e-300, "theta": 1, "c": 1], "'lam'"),
      ("sobol-indices", ["a": 7, "b": 0.1, "x": "U(0,1)^3"], "'x'"),
      ("elementary-effects", ["coef": .list([1]), "x": "U(0,1)^2", "delta": 1], "'x'"),
      ("tenure-bands", ["bounds": .list([]), "hazards": .list([1]), "t": .list([-1])], "'t'"),
      ("tenure-bands", ["bounds": .list([]), "hazards": .list([1]), "N": -1], "'N'"),
      (
        "tenure-bands", ["bounds": .list([1]), "hazards": .list([0, 4.0 * .leastNonzeroMagnitude])],
        "'hazards'"
      ),
      ("tenure-bands", ["bounds": .list([2, 1]), "hazards": .list([1, 1, 1])], "'bounds'"),
      ("tenure-bands", ["bounds": .list([1]), "hazards": .list([1])], "'hazards'"),
      ("tenure-bands", ["bounds": .list([1]), "hazards": .list([1, 0])], "'hazards'"),
      ("two-sample-replications", ["sd": 1, "difference": 0], "'difference'"),
      ("two-sample-replications", ["sd": 1, "difference": 1e-6], "'difference'"),
      ("two-sample-replications", ["sd": 1, "difference": 1, "correlation": 1], "'correlation'"),
      ("sobol-indices", ["a": .list([])], "'a'"),
      ("sobol-indices", ["a": .list([-1])], "'a'"),
      ("sobol-indices", ["coef": .list([0, 0])], "'coef'"),
      ("elementary-effects", ["delta": "1/3 then 2/3"], "'delta'"),
      ("net-present-value", ["rates": -1, "npv_of": .list([1])], "'rates'"),
    ] as [(String, [String: CalculationValue], String)])
  func ranges(name: String, inputs: [String: CalculationValue], word: String) throws {
    let calculation = try #require(Calculation.named(name))
    let error = #expect(throws: CalculationError.self) { try calculation(inputs) }
    #expect(error?.description.contains(word) == true, "\(String(describing: error))")
  }
}
