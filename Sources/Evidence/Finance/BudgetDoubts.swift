import Experiments
import Results
import ScenarioFiles

/// What is worth a second look in a file of budgets, held against what the lines cost: an amount in thousands, a sign the
/// wrong way round, a year outside the run, money that nothing is charged to, a total below the sum of its lines.
package struct BudgetDoubts {
  /// How many times the cost a budget may be, and what part of it, before its unit is doubted.
  private static let most = 20.0
  /// What an amount may have been multiplied by: pounds given in thousands or millions, in pence, and the other way round.
  private static let slips = [1e3, 1e6, 1e-3, 1e-2, 1e-6]
  static let allYears = (
    message: "A budget of all years together cannot be divided among them, and is left out.",
    help:
      "give one for each financial year, or leave fy empty for the first year's, raised by general inflation"
  )

  private let file: BudgetFile
  /// What the file has, by `code year`, and by the code alone where it says no year; the last of a kind counts.
  private let budgets: [String: Double]
  /// The nominal cost of each line and heading in each year, by `code year`.
  private var costs: [String: FinanceRow] = [:]
  private let years: [String]
  /// General price level of each year, 1 in the first.
  private let levels: [Double]

  /// - Parameter finance: the costs of the result that the budgets are held against.
  package init(_ file: BudgetFile, _ finance: [FinanceRow]) {
    self.file = file
    budgets = Dictionary(
      file.entries.map { entry in (entry.year.map { "\(entry.code) \($0)" } ?? entry.code, entry.pounds) },
      uniquingKeysWith: { $1 })
    for row in finance where row.priceBasis == "nominal" {
      costs["\(row.lineCode) \(row.financialYear)"] = row
    }
    years = finance.map(\.financialYear).uniqued
    func total(_ year: String, isNominal: Bool) -> Double? {
      finance.first {
        $0.lineCode == FinanceRow.total && $0.financialYear == year
          && ($0.priceBasis == "nominal") == isNominal
      }?.estimate.mean
    }
    levels = years.map { year in
      guard let nominal = total(year, isNominal: true), let real = total(year, isNominal: false), real != 0
      else { return 1 }
      return nominal / real
    }
  }

  /// One warning for each row that is doubted, in the order of the file.
  package var findings: [Finding] {
    file.rows.compactMap { row in
      guard let (code, message, help) = row.isOfAllYears ? ofAllYears(row) : doubt(row) else { return nil }
      return Finding(.warning, code: code, at: row.place, message, help: help, sourceLine: row.sourceLine)
    }
  }

  private typealias Doubt = (code: String, message: String, help: String)

  /// A sum of the years that are there says nothing new; any other amount is lost.
  private func ofAllYears(_ row: BudgetFile.Row) -> Doubt? {
    let own = years.compactMap { budget(row.entry.code, $0) }
    let sum = own.reduce(0, +)
    let isSum = !own.isEmpty && abs(sum - row.entry.pounds) <= 0.01 + 1e-6 * abs(sum)
    let hasParts =
      own.isEmpty
      && BudgetPlan.lines(of: row.entry.code).contains { line in
        years.contains { budget(line, $0) != nil }
      }
    return isSum || hasParts ? nil : ("all-years", Self.allYears.message, Self.allYears.help)
  }

  private func doubt(_ row: BudgetFile.Row) -> Doubt? {
    let entry = row.entry
    let (name, pounds) = ("'\(entry.code)'", entry.pounds)
    let year = entry.year ?? years.first ?? ""
    guard let first = years.first, let last = years.last else { return nil }
    guard years.contains(year) else {
      return (
        "outside-the-run", "\(year) is outside the run, \(first) to \(last), and the row is left out.",
        "name a year of the run, or leave the row out"
      )
    }
    let isIncome = entry.code == "unaccompanied_grant"
    if isIncome, pounds > 0 {
      return (
        "sign", "\(name) is income, and its budget of \(Phrase.pounds(pounds)) is above 0.",
        "write \(Value.text(-pounds)) for income"
      )
    }
    if !isIncome, pounds < 0 {
      return (
        "sign", "\(name) is spending, and its budget of \(Phrase.pounds(pounds)) is below 0, as income is.",
        "write \(Value.text(-pounds)) for spending"
      )
    }
    return unit(entry, year) ?? charge(entry, year) ?? parts(entry)
  }

  /// Whether the amount is so far from the cost that it was meant in another unit.
  private func unit(_ entry: BudgetPlan.Entry, _ year: String) -> Doubt? {
    guard let cost = costs["\(entry.code) \(year)"]?.estimate.mean, cost.isFinite, cost != 0,
      entry.pounds != 0
    else { return nil }
    let ratio = abs(entry.pounds / cost)
    guard ratio >= Self.most || ratio <= 1 / Self.most else { return nil }
    let meant = Self.slips.map { entry.pounds * $0 }.first { (0.2...5).contains(abs($0 / cost)) }
    return (
      "implausible",
      "'\(entry.code)' has a budget of \(Phrase.pounds(entry.pounds)) in \(year), where it costs "
        + "\(Phrase.pounds(cost)) (mean).",
      meant.map { "write \(Value.text($0)) if that was meant" } ?? "check the figure and its unit"
    )
  }

  /// Whether anything is charged to the line at all.
  private func charge(_ entry: BudgetPlan.Entry, _ year: String) -> Doubt? {
    let asked = entry.year == nil ? years : [year]
    let isCharged = asked.contains { year in
      costs["\(entry.code) \(year)"].map { $0.estimate.mean != 0 || $0.expectedShortfall95 != 0 } ?? true
    }
    guard !isCharged, entry.pounds != 0 else { return nil }
    return (
      "nothing-charged",
      "Nothing is charged to '\(entry.code)' in \(entry.year ?? "any year") in any replication, so that the whole budget "
        + "is left over.",
      "set what it pays for in the scenario, or leave the row out"
    )
  }

  /// Whether a heading has less than the lines beneath it have together.
  private func parts(_ entry: BudgetPlan.Entry) -> Doubt? {
    let lines = BudgetPlan.lines(of: entry.code)
    guard !lines.isEmpty else { return nil }
    for year in entry.year.map({ [$0] }) ?? years {
      guard let own = budget(entry.code, year) else { continue }
      let sum = lines.compactMap { budget($0, year) }.reduce(0, +)
      let care = entry.code == FinanceRow.total ? budget(FinanceRow.lookedAfter, year) ?? 0 : 0
      let least = max(sum, care)
      if own < least - 0.005 * abs(least) {
        return (
          "below-its-parts",
          "The budget of '\(entry.code)' in \(year), \(Phrase.pounds(own)), is below what its parts have in this file, "
            + "\(Phrase.pounds(least)).",
          "write at least \(Value.text(least)), or lower the lines"
        )
      }
    }
    return nil
  }

  /// What the file has for a line or heading in a year of the run.
  private func budget(_ code: String, _ year: String) -> Double? {
    if let dated = budgets["\(code) \(year)"] { return dated }
    guard let undated = budgets[code], let place = years.firstIndex(of: year) else { return nil }
    return undated * levels[place]
  }
}

/// Amounts as a file of budgets has them.
private enum Value {
  static func text(_ pounds: Double) -> String { Phrase.pounds(pence: Int((pounds * 100).rounded())).trimmed }
}

extension String {
  /// Without pence where there are none.
  fileprivate var trimmed: String { hasSuffix(".00") ? String(dropLast(3)) : self }
}
