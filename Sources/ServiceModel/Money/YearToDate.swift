import Dates
import Parameters

/// Money of the financial year so far: what has been spent, and what was budgeted for the days that are over.
///
/// A budget is spread evenly over the days of its year. A run that begins within a year has the days from its start.
struct YearToDate {
  private(set) var spent = Flat<BudgetLine, Double>()
  /// Pounds of each financial year; nil where none is set.
  private let budgets: Keyed<BudgetLine, [Double?]>
  /// Share of its financial year that the run has seen by the end of each month.
  private let shares: [Double]
  let hasBudget: Bool

  init(_ budgets: Keyed<BudgetLine, [Double?]>, _ calendar: ModelCalendar) {
    self.budgets = budgets
    hasBudget = budgets.elements.contains { $0.contains { $0 != nil } }
    shares = calendar.monthEnds.indices.map { month in
      let year = FinancialYear(containing: calendar.monthLastDays[month])
      let whole =
        calendar.hasEqualMonths ? 365.25 : Double(year.lastDay.dayNumber - year.firstDay.dayNumber + 1)
      return calendar.monthEnds[month].days(since: calendar.yearStarts[calendar.yearOfMonth[month]]) / whole
    }
  }

  mutating func spend(_ pounds: Double, on line: BudgetLine) { spent[line] += pounds }

  mutating func startYear() { spent = Flat() }

  /// The budget for the days that are over of all headings that have one.
  func budget(_ month: Int, _ year: Int) -> Double {
    BudgetLine.allCases.reduce(0) { $0 + (budget($1, month, year) ?? 0) }
  }

  /// What was spent beyond that, on the same headings.
  func overspend(_ month: Int, _ year: Int) -> Double {
    BudgetLine.allCases.reduce(0) { sum, line in
      budget(line, month, year).map { sum + spent[line] - $0 } ?? sum
    }
  }

  /// The same of one heading; not a number where it has no budget.
  func overspend(_ line: BudgetLine, _ month: Int, _ year: Int) -> Double {
    budget(line, month, year).map { spent[line] - $0 } ?? .nan
  }

  private func budget(_ line: BudgetLine, _ month: Int, _ year: Int) -> Double? {
    guard month < shares.count else { return nil }
    return budgets[line][year].map { $0 * shares[month] }
  }
}
