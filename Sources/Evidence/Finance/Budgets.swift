import Experiments
import Results
import ServiceModel

/// The budgets that a result is held against: those of its scenario, of its run, and of a file.
package struct Budgets: Sendable {
  private let plan: BudgetPlan
  /// Lines that cost nothing in any future, which need no budget.
  private let idle: Set<String>
  private let folder: String

  /// - Parameter file: a file of budgets, which beats all others.
  package init(_ result: FinishedResult, file: BudgetFile? = nil) throws {
    folder = result.folder
    let rows = try Tables.finance.readIfThere(result.stored.bound).filter { $0.priceBasis == "nominal" }
    let costly = Set(rows.filter { $0.estimate.mean != 0 || $0.expectedShortfall95 != 0 }.map(\.lineCode))
    idle = Set(rows.map(\.lineCode)).subtracting(costly)
    // What the run was held against; a sum of lines counts anew where a file changes some of them.
    let own = rows.compactMap { row -> BudgetPlan.Entry? in
      let isSum = !BudgetPlan.lines(of: row.lineCode).isEmpty
      guard let budget = row.budget, file == nil || !isSum else { return nil }
      return BudgetPlan.Entry(code: row.lineCode, year: row.financialYear, pounds: budget)
    }
    let costs = Dictionary(
      rows.map { ("\($0.lineCode) \($0.financialYear)", $0.estimate.mean) },
      uniquingKeysWith: { first, _ in first })
    func cost(_ code: String, _ year: String) -> Double { costs["\(code) \(year)"] ?? 0 }
    let (scenario, unused) = (BudgetPlan(result.tables).ending(cost), idle)
    let isOfRun = own.contains { entry in
      scenario.budget(entry.code, year: entry.year ?? "", idle: unused).map {
        abs($0 - entry.pounds) > 1e-9 * abs(entry.pounds) + 0.01
      } ?? true
    }
    let entries = (isOfRun ? own : []) + (file?.entries ?? [])
    plan = BudgetPlan(result.tables, entries, from: file?.name ?? "the run").ending(cost)
  }

  package var isEmpty: Bool { plan.isEmpty }

  /// The budget of a line or heading in a financial year, pounds; nil where there is none.
  package func budget(_ code: String, year: String) -> Double? { plan.budget(code, year: year, idle: idle) }

  func source(_ code: String, year: String?) -> String { plan.source(code, year: year) }

  /// Codes of the lines that cost something and have no budget in that year.
  package func missing(_ lines: [String], year: String) -> [String] {
    let missing = plan.missing(lines, year: year, idle: idle)
    return BudgetPlan.codes.map(\.code).filter(missing.contains)
  }

  /// The lines of the cost of growth: placements and the other services that every child has.
  package static let growthLines = FlatService.kinds.map(\.line)

  /// The budget of each financial year over the lines of the cost of growth; nil where a line that costs anything has none.
  ///
  /// - Parameter staffShare: share of what social workers cost that the cost of growth holds, of whose budgets it then
  ///   holds as much.
  package func ofGrowth(_ years: [String], staffShare: Double = 0) -> [Double]? {
    let staff = staffShare > 0 ? FlatService.staffLines.map(\.label) : []
    guard years.allSatisfy({ missing(Self.growthLines + staff, year: $0).isEmpty }) else { return nil }
    func sum(_ lines: [String], _ year: String) -> Double {
      lines.compactMap { budget($0, year: year) }.reduce(0, +)
    }
    let sums = years.map { sum(Self.growthLines, $0) + staffShare * sum(staff, $0) }
    return Self.growthLines.contains { budget($0, year: years.first ?? "") != nil } ? sums : nil
  }

  /// Refuses a result without a budget for children looked after in every year: of all spending on them, or of each line
  /// that the cost of growth holds. Names the codes of the lines that have none, with their years.
  package func require(_ years: [String]) throws(EvidenceFailure) {
    guard ofGrowth(years) == nil,
      years.contains(where: { budget(FinanceRow.lookedAfter, year: $0) == nil })
    else { return }
    let open = Self.growthLines.compactMap { code -> String? in
      let without = years.filter { !missing([code], year: $0).isEmpty }
      guard !without.isEmpty else { return nil }
      return without.count == years.count ? code : "\(code) (\(BudgetRow.spans(without, of: years)))"
    }
    throw .result(
      folder, "missing-budget",
      "No budget is set for children looked after; without one are \(open.joined(separator: ", ")).",
      help:
        "give --budget FILE with a row for each of these line codes, or for \(FinanceRow.lookedAfter), in every year; "
        + "or set them in the scenario, for example money.budget.residential: 1000000")
  }

  /// The budgets of lines by month, pounds for the whole financial year; a finding names those that have none.
  static func monthly(_ labels: [String], _ result: FinishedResult) throws -> RiskBudgets {
    guard !labels.isEmpty else { return [:] }
    let budgets = try Budgets(result)
    let calendar = result.tables.calendar
    var byLine: [String: [Double]] = [:]
    for label in labels {
      let years = calendar.yearLabels.map { budgets.budget(label, year: $0) }
      guard !years.contains(where: { $0 == nil }) else {
        let title = BudgetPlan.codes.first { $0.code == label }?.title ?? label
        throw EvidenceFailure.result(
          result.folder, "missing-budget",
          "A risk is held against the budget of \(title), and none is set for every year.",
          help: "give one in the scenario, for example money.budget.residential: 1000000, and run it again")
      }
      let pounds = years.compactMap { $0 }
      byLine[label] = calendar.yearOfMonth.map { pounds[$0] }
    }
    return byLine
  }
}
