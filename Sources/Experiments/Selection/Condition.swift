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
  package let value: Double
  package let text: String

  /// Reads a condition; nil where it is not one.
  package init?(_ text: String) {
    guard let relation = Relation.allCases.first(where: { text.contains($0.rawValue) }) else { return nil }
    let parts = text.split(separator: relation.rawValue, maxSplits: 1, omittingEmptySubsequences: false)
    let output = parts[0].filter { $0 != " " }
    guard parts.count == 2, !output.isEmpty, let value = Double(parts[1].filter { $0 != " " }), value.isFinite
    else {
      return nil
    }
    self.output = String(output)
    (self.relation, self.value, self.text) = (relation, value, text)
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
