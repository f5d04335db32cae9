/// An English council with children's services, or a whole area that a reorganisation runs through.
package struct ListedCouncil: Sendable, Equatable {
  /// The three-digit code of the Department for Education; `ENG` is England, four digits are a whole area.
  package let code: String
  package let name: String
  /// Its region; empty for England and for whole areas.
  package let region: String
  /// The first and the last year of which figures were collected.
  package let years: ClosedRange<Int>
  /// Codes of the councils that took its place; empty while it exists.
  package let successors: [String]
  /// The year in which it ended; nil while it exists. The name says it, in brackets: some figures of councils that ended
  /// were collected for years after.
  package var ended: Int? {
    guard !successors.isEmpty else { return nil }
    let said = name.firstMatch(of: /\(to ([0-9]{4})\)/).flatMap { Int($0.output.1) }
    return min(said ?? years.upperBound, years.upperBound)
  }
  /// Whether it is a sum of councils, or England: nothing that can be planned for.
  package var isWhole: Bool { code.count != 3 || code == "ENG" }

  package init(code: String, name: String, region: String, years: ClosedRange<Int>, successors: [String]) {
    (self.code, self.name, self.region, self.years) = (code, name, region, years)
    self.successors = successors
  }
}
