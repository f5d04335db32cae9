import Testing

@testable import Statistics

/// A named calculation with inputs and answers from outside this project.
struct OutsideCase: Sendable, CustomTestStringConvertible {
  let id: String
  let calculation: String
  /// Replaces the usual closeness where the source rounds hard.
  let tolerance: Double?
  let inputs: [String: CalculationValue]
  let expected: [String: CalculationValue]

  init(
    _ id: String, _ calculation: String, tolerance: Double? = nil, inputs: [String: CalculationValue],
    expected: [String: CalculationValue]
  ) {
    self.id = id
    self.calculation = calculation
    self.tolerance = tolerance
    self.inputs = inputs
    self.expected = expected
  }

  var testDescription: String { "\(id) \(calculation)" }

  /// Where the answers differ from what is expected; an answer beyond the expected ones is no difference.
  func differences(from answers: [String: CalculationValue]) -> [String] {
    expected.keys.sorted().flatMap { key -> [String] in
      guard let wanted = expected[key], let found = answers[key] else { return ["\(key): no answer"] }
      return compare(key, wanted, found)
    }
  }

  private func compare(_ key: String, _ wanted: CalculationValue, _ found: CalculationValue) -> [String] {
    switch (wanted, found) {
    case (.number(let wanted), .number(let found)):
      return near(wanted, found) ? [] : ["\(key): \(found), not \(wanted)"]
    case (.list(let wanted), .list(let found)) where wanted.count == found.count:
      return zip(wanted, found).flatMap { compare(key, .number($0), .number($1)) }
    case (.table(let wanted), .table(let found)) where wanted.count == found.count:
      return zip(wanted, found).flatMap { compare(key, .list($0), .list($1)) }
    case (.record(let wanted), .record(let found)):
      return wanted.keys.sorted().flatMap { name in
        guard let part = wanted[name], let answer = found[name] else { return ["\(key).\(name): no answer"] }
        return compare("\(key).\(name)", part, answer)
      }
    default: return wanted == found ? [] : ["\(key): \(found), not \(wanted)"]
    }
  }

  /// Half a unit in the last place that the source prints, if it prints four decimals or more; else one millionth.
  private func near(_ wanted: Double, _ found: Double) -> Bool {
    if let tolerance { return abs(wanted - found) <= tolerance + 1e-12 }
    let printed = "\(wanted)".split(separator: ".")
    let decimals = printed.count == 2 && !printed[1].contains("e") ? printed[1].count : 0
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    let allowed = decimals >= 4 ? 0.5001 * unit : max(1e-6 * abs(wanted), 5e-9)
    return abs(wanted - found) <= allowed
  }
}
