import Results
import ServiceModel

/// What is budgeted: pounds of each financial year for budget lines, for children looked after and in total.
///
/// What is said of a year beats what is said of all; a file beats the scenario. A heading that no budget is said of has the
/// sum of its lines, once each line that costs anything has one. All budgets are nominal: one that is said of no year is the
/// first year's, raised by general inflation in the others.
package struct BudgetPlan: Sendable {
  /// One budget as a file gives it.
  package struct Entry: Sendable, Equatable {
    /// A line's label, or a heading's code.
    package let code: String
    /// Label of the financial year; nil for the first, raised by general inflation in the others.
    package let year: String?
    /// Below 0 for income.
    package let pounds: Double

    package init(code: String, year: String?, pounds: Double) {
      (self.code, self.year, self.pounds) = (code, year, pounds)
    }
  }

  /// Lines and headings: name in files, name for people.
  package static let codes: [(code: String, title: String)] =
    BudgetLine.allCases.map { ($0.label, $0.title) } + [
      (FinanceRow.lookedAfter, "All spending on children looked after"), (FinanceRow.total, "Total"),
    ]

  private let years: [String]
  private let deflator: [Double]
  private var pounds: [String: [Double?]] = [:]
  private var origin: [String: String] = [:]
  /// Whether the budget of each year was worked out from that of the first.
  private var isExtended: [String: [Bool]] = [:]
  /// Years of one-off lines to which the first year's budget does not reach.
  private var ended: [String: Set<Int>] = [:]

  /// The budgets of a scenario, then those of a file.
  package init(_ tables: ModelTables, _ entries: [Entry] = [], from file: String = "") {
    years = tables.calendar.yearLabels
    deflator = years.indices.map { tables.generalPrices(year: $0) }
    for line in BudgetLine.allCases {
      let budgets = years.indices.map { tables.budget(line, year: $0) }
      if budgets.contains(where: { $0 != nil }) {
        pounds[line.label] = budgets
        isExtended[line.label] = years.indices.map { $0 > 0 }
        origin[line.label] = "the scenario"
      }
    }
    for entry in entries.filter({ $0.year == nil }) + entries.filter({ $0.year != nil }) {
      var row = pounds[entry.code] ?? years.map { _ in nil }
      var extended = isExtended[entry.code] ?? years.map { _ in false }
      for (place, year) in years.enumerated() {
        if let wanted = entry.year {
          if wanted == year { (row[place], extended[place]) = (entry.pounds, false) }
        } else {
          (row[place], extended[place]) = (entry.pounds * deflator[place], place > 0)
        }
      }
      (pounds[entry.code], isExtended[entry.code]) = (row, extended)
      origin[entry.code] = file
    }
  }

  package var isEmpty: Bool { pounds.isEmpty }

  /// The lines that a heading is the sum of.
  package static func lines(of heading: String) -> [String] {
    switch heading {
    case FinanceRow.total: BudgetLine.allCases.map(\.label)
    case FinanceRow.lookedAfter: BudgetLine.allCases.filter(\.isForChildrenLookedAfter).map(\.label)
    default: []
    }
  }

  /// The budget of a line or heading in a financial year, pounds; nil where there is none.
  ///
  /// - Parameter idle: lines that cost nothing in any future, which need no budget.
  package func budget(_ code: String, year: String, idle: Set<String>) -> Double? {
    guard let place = years.firstIndex(of: year) else { return nil }
    if let own = pounds[code]?[place] { return own }
    let lines = Self.lines(of: code)
    guard !lines.isEmpty, missing(lines, year: year, idle: idle).isEmpty else { return nil }
    let own = lines.compactMap { pounds[$0]?[place] }
    return own.isEmpty ? nil : own.reduce(0, +)
  }

  /// Those of the lines that have no budget in a year and cost something.
  package func missing(_ lines: [String], year: String, idle: Set<String>) -> [String] {
    guard let place = years.firstIndex(of: year) else { return lines }
    return lines.filter { pounds[$0]?[place] == nil && !idle.contains($0) }
  }

  /// The same budgets, those of payments and programmes ended where the line costs less than half of what it costs in the first
  /// year: money for a programme is not there again when it is over, and would be a surplus that nobody has.
  ///
  /// - Parameter cost: what a line costs in a year, pounds on average.
  package func ending(_ cost: (_ code: String, _ year: String) -> Double) -> BudgetPlan {
    var plan = self
    for line in BudgetLine.allCases where line.activityUnit == Self.payments {
      let first = cost(line.label, years.first ?? "")
      for place in years.indices.dropFirst()
      where isExtended[line.label]?[place] == true && pounds[line.label]?[place] != nil {
        let own = cost(line.label, years[place])
        guard own == 0 || abs(own) < 0.5 * abs(first) else { continue }
        plan.pounds[line.label]?[place] = 0
        plan.ended[line.label, default: []].insert(place)
      }
    }
    return plan
  }

  private static let payments = BudgetLine.programmes.activityUnit

  /// Where a budget comes from, in a few words; nil for all years together.
  package func source(_ code: String, year: String? = nil) -> String {
    guard let origin = origin[code] else {
      return Self.lines(of: code).isEmpty ? "" : "the sum of its lines"
    }
    guard let place = year.flatMap({ years.firstIndex(of: $0) }) else { return origin }
    if ended[code]?.contains(place) == true { return origin + BudgetRow.notExtended }
    return isExtended[code]?[place] == true ? origin + BudgetRow.raised + (years.first ?? "") : origin
  }
}
