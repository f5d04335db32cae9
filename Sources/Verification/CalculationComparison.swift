import ScenarioFiles
import Statistics

/// Holds the answers of a closed form against the expected ones.
struct CalculationComparison {
  private let item: VerificationCase
  private let expected: ExpectedCalculation

  init(_ item: VerificationCase, _ expected: ExpectedCalculation) {
    self.item = item
    self.expected = expected
  }

  /// One row for each expected answer: its worst number.
  func rows() throws(VerificationError) -> [VerificationRow] {
    guard let calculation = Calculation.named(expected.name) else {
      throw VerificationError(
        item.id,
        "there is no calculation '\(expected.name)'"
          + Suggestion.ending(expected.name, among: Calculation.all.map(\.name)))
    }
    let answers: [String: CalculationValue]
    do {
      answers = try calculation(expected.inputs)
    } catch {
      throw VerificationError(item.id, "\(expected.name): \(error)")
    }
    var rows: [VerificationRow] = []
    for name in expected.answers.keys.sorted() {
      guard let wanted = expected.answers[name] else { continue }
      guard let answer = answers[name] else {
        throw VerificationError(
          item.id, "\(expected.name) has no answer '\(name)', only \(answers.keys.sorted())")
      }
      guard let pairs = pairs(wanted, answer) else {
        rows.append(
          VerificationRow(item, name, holds: false, otherwise: "the answer has another shape: \(answer)"))
        continue
      }
      if pairs.isEmpty, holdsNothing(wanted) {
        rows.append(VerificationRow(item, name, holds: false, otherwise: "nothing is expected of it"))
        continue
      }
      let worst = pairs.max { excess($0) < excess($1) } ?? (0, 0)
      rows.append(
        VerificationRow(
          item, pairs.count == 1 ? name : "\(name) (worst of \(pairs.count))", exact: worst.wanted,
          found: worst.found, tolerance: allowed(worst.wanted)))
    }
    return rows
  }

  /// Whether an expected answer is an empty list or record, which any answer would meet.
  private func holdsNothing(_ value: CalculationValue) -> Bool {
    switch value {
    case .list(let list): list.isEmpty
    case .table(let rows): rows.isEmpty
    case .texts(let texts): texts.isEmpty
    case .record(let record): record.isEmpty
    case .number, .text: false
    }
  }

  private func allowed(_ wanted: Double) -> Double {
    max(expected.relativeTolerance * abs(wanted), expected.absoluteTolerance) + 1e-12
  }

  private func excess(_ pair: (wanted: Double, found: Double)) -> Double {
    let difference = abs(pair.found - pair.wanted)
    return difference.isNaN ? .infinity : difference / allowed(pair.wanted)
  }

  /// Numbers beside numbers; nil where the shapes differ. Equal texts give no pair.
  private func pairs(
    _ wanted: CalculationValue, _ found: CalculationValue
  ) -> [(wanted: Double, found: Double)]? {
    switch (wanted, found) {
    case (.number(let wanted), .number(let found)): return [(wanted, found)]
    case (.list(let wanted), .list(let found)):
      return wanted.count == found.count ? Array(zip(wanted, found)).map { ($0, $1) } : nil
    case (.table(let wanted), .table(let found)):
      guard wanted.count == found.count else { return nil }
      return join(zip(wanted, found).map { pairs(.list($0), .list($1)) })
    case (.record(let wanted), .record(let found)):
      return join(
        wanted.keys.sorted().map { name in
          guard let part = wanted[name], let answer = found[name] else { return nil }
          return pairs(part, answer)
        })
    default: return wanted == found ? [] : nil
    }
  }

  private func join(_ parts: [[(wanted: Double, found: Double)]?]) -> [(wanted: Double, found: Double)]? {
    parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
  }
}
