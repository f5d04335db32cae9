import Parameters

/// What is to hold of an output, such as `children_looked_after@average <= 450`.
package struct Condition: Sendable, Equatable {
  package enum Relation: String, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
  }

  /// The output's name.
  package let output: String
  package let relation: Relation
  package var value: Double { number.value }
  /// As it was written, with its unit where it has one.
  package let number: WrittenNumber
  package let text: String

  /// Reads a condition; nil where it is not one.
  package init?(_ text: String) {
    guard let relation = Relation.allCases.first(where: { text.contains($0.rawValue) }) else { return nil }
    let parts = text.split(separator: relation.rawValue, maxSplits: 1, omittingEmptySubsequences: false)
    let output = parts[0].filter { $0 != " " }
    guard parts.count == 2, !output.isEmpty, let number = WrittenNumber(String(parts[1])) else { return nil }
    self.output = String(output)
    (self.relation, self.number, self.text) = (relation, number, text)
  }

  /// Whether a number keeps to it; nothing does that is not a number.
  package func holds(_ number: Double) -> Bool {
    switch relation {
    case .atMost: number <= value
    case .atLeast: number >= value
    case .below: number < value
    case .above: number > value
    }
  }
}
