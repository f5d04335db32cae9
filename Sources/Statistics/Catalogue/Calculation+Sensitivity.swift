/// The calculations of the catalogue on functions whose sensitivity is known.
extension Calculation {
  /// Which function is meant: coefficients make it linear, a list of `a` Sobol's g-function, else it is Ishigami's.
  private static func function(_ inputs: CalculationInputs) throws(CalculationError) -> TestFunction {
    if inputs.has("coef") {
      let coefficients = try inputs.list("coef")
      try Check.shape("coef", coefficients.contains { $0 != 0 }, wanted: "a number other than zero")
      return .linear(coefficients)
    }
    if inputs.has("a"), case .number = try inputs.value("a") {
      return .ishigami(a: try inputs.number("a"), b: try inputs.number("b", default: 0.1))
    }
    guard inputs.has("a") else { return .ishigami(a: 7, b: try inputs.number("b", default: 0.1)) }
    let weights = try inputs.list("a")
    try Check.shape("a", !weights.isEmpty, wanted: "a number or more")
    for weight in weights { try Check.notNegative("a", weight) }
    return .g(weights)
  }

  /// The range of the inputs can be said, and must then be the function's own.
  private static func checkRange(
    _ inputs: CalculationInputs, of function: TestFunction
  ) throws(CalculationError) {
    guard inputs.has("x") else { return }
    let range: String
    if case .ishigami = function { range = "U(-pi,pi)^3" } else { range = "U(0,1)^\(function.dimensions)" }
    try Check.shape("x", try inputs.value("x") == .text(range), wanted: "the text '\(range)'")
  }

  static func sobolIndices(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let function = try function(inputs)
    try checkRange(inputs, of: function)
    let exact = function.indices
    var answers: [String: CalculationValue] = [
      "mean": .number(exact.mean), "V": .number(exact.variance), "S1": .list(exact.first),
      "ST": .list(exact.total),
    ]
    if case .ishigami = function { answers["S13"] = .number(exact.total[2]) }
    guard inputs.has("N") else { return answers }
    let count = try inputs.count("N")
    try Check.count("N", count, from: 2)
    try Check.shape(
      "a", 2 * function.dimensions <= SobolSequence.mostDimensions, wanted: "at most 20 numbers with 'N'")
    let found = SobolIndices(estimating: { function($0) }, dimensions: function.dimensions, count: count)
    answers["estimated_mean"] = .number(found.mean)
    answers["estimated_V"] = .number(found.variance)
    answers["estimated_S1"] = .list(found.first)
    answers["estimated_ST"] = .list(found.total)
    return answers
  }

  static func elementaryEffects(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let function = try function(inputs)
    try checkRange(inputs, of: function)
    let found = try ElementaryEffects(
      of: { function($0) }, dimensions: function.dimensions,
      levels: inputs.has("levels") ? try inputs.count("levels") : 4, step: try inputs.formula("delta"))
    return [
      "mu": .list(found.mean), "mu_star": .list(found.meanSize), "sigma_pop": .list(found.deviation),
    ]
  }
}
