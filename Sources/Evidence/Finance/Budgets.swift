import ServiceModel

/// The budget for children looked after: placements and the other services that every child has.
package enum Budgets {
  /// The budget of each financial year over all these lines; nil where a line has none.
  package static func lookedAfter(_ result: FinishedResult) -> [Double]? {
    missing(result).isEmpty ? yearly(result, lines) : nil
  }

  /// The same, or a finding that names the lines without a budget.
  package static func required(_ result: FinishedResult) throws(EvidenceFailure) -> [Double] {
    let missing = missing(result)
    guard missing.isEmpty else {
      throw .result(
        result.folder, "missing-budget",
        "No budget is set for \(missing.map(\.title).joined(separator: ", ")).",
        help:
          "give one in the scenario, for example money.budget.\(missing[0].name): 1000000, and run it again")
    }
    return yearly(result, lines)
  }

  /// The budgets of lines by month, pounds for the whole financial year; a finding names those that have none.
  static func monthly(_ labels: [String], _ result: FinishedResult) throws(EvidenceFailure) -> RiskBudgets {
    var byLine: [String: [Double]] = [:]
    for label in labels {
      guard let line = BudgetLine.allCases.first(where: { $0.label == label }) else { continue }
      guard result.tables.budget(line, year: 0) != nil else {
        throw .result(
          result.folder, "missing-budget",
          "A risk is held against the budget of \(line.title), and none is set.",
          help: "give one in the scenario, for example money.budget.\(line.name): 1000000, and run it again")
      }
      let years = yearly(result, [line])
      byLine[label] = result.tables.calendar.yearOfMonth.map { years[$0] }
    }
    return byLine
  }

  private static func missing(_ result: FinishedResult) -> [BudgetLine] {
    lines.filter { result.tables.budget($0, year: 0) == nil }
  }

  private static func yearly(_ result: FinishedResult, _ lines: [BudgetLine]) -> [Double] {
    result.tables.calendar.yearLabels.indices.map { year in
      lines.reduce(0) { $0 + (result.tables.budget($1, year: year) ?? 0) }
    }
  }

  private static var lines: [BudgetLine] {
    FlatService.kinds.compactMap { kind in BudgetLine.allCases.first { $0.label == kind.line } }
  }
}
