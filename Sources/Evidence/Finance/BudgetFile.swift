import Experiments
import Results
import ScenarioFiles

/// Budgets that a file states: a table, or YAML in the form of an overlay.
///
/// A table has a row for each budget, with the columns `fy` (a financial year; empty for the first year's, raised by
/// general inflation afterwards), `line_code` (a budget line, `children_looked_after` or `total`) and `budget` (nominal
/// pounds; 0 is a budget, and income is negative). Rows without a budget are passed over: what `finance` writes can be
/// filled in and given back. YAML: `budget: { residential: 5325000, total: { 2015-16: 36100000 } }`, perhaps inside
/// `money:`.
package struct BudgetFile: Sendable {
  /// One budget, and where it stands.
  struct Row: Sendable {
    let entry: BudgetPlan.Entry
    let place: Place
    let sourceLine: String?
    /// Whether it is of all years together, which no year's cost can be held against.
    var isOfAllYears = false
  }

  package let name: String
  let rows: [Row]

  package var entries: [BudgetPlan.Entry] { rows.filter { !$0.isOfAllYears }.map(\.entry) }

  /// Reads the file; every mistake is found in one pass.
  package init(path: String) throws {
    name = path
    let lower = path.lowercased()
    if lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") {
      rows = try BudgetDocument(Document(path: path)).rows
    } else if lower.hasSuffix(".xlsx") || lower.hasSuffix(".xls") {
      throw EvidenceFailure(
        "\(path): error[workbook]: A budget is read from a CSV or YAML file, not from a workbook.\n"
          + "help: save the sheet as CSV, with the columns fy, line_code and budget")
    } else {
      rows = try BudgetSheet(GivenTable(path: path)).rows
    }
  }

  /// Reads comma-separated text as if it stood in a file of that name.
  package init(csv: String, name: String) throws(ScenarioFailure) {
    self.name = name
    rows = try BudgetSheet(GivenTable(bytes: Array(csv.utf8), name: name)).rows
  }

  /// Reads YAML as if it stood in a file of that name.
  package init(yaml: String, name: String) throws(ScenarioFailure) {
    self.name = name
    rows = try BudgetDocument(Document(text: yaml, name: name)).rows
  }

  /// The line or heading that is called so: by its name in files, in scenarios or for people.
  static func code(_ text: String) -> String? {
    codes[text] ?? codes[plain(text)]
  }

  /// The codes by all that they are called, and by the same without what does not matter.
  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for line in BudgetPlan.codes {
      for name in [plain(line.code), plain(line.title)] where codes[name] == nil { codes[name] = line.code }
    }
    // As files have it in all their rows.
    for line in BudgetPlan.codes { codes[line.code] = codes[plain(line.code)] }
    return codes
  }()

  private static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The one that was probably meant, as a help.
  static func help(_ text: String) -> String {
    Suggestion.nearest(to: text, among: BudgetPlan.codes.map(\.code)).map { "did you mean '\($0)'?" }
      ?? "it is one of \(BudgetPlan.codes.map(\.code).joined(separator: ", "))"
  }

  /// `2015-16` from that, `2015/16` or `2015-2016`; nil where it is no financial year.
  static func year(_ text: String) -> String? {
    let parts = text.split { "-/–".contains($0) }.map(String.init)
    guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]),
      (1900...2200).contains(first), [2, 4].contains(parts[1].count), (first + 1) % 100 == second % 100
    else { return nil }
    let ending = (first + 1) % 100
    return "\(first)-" + (ending < 10 ? "0\(ending)" : "\(ending)")
  }

  /// Pounds as people write them: `5,325,000`, `£5325000`, `5.3m`, `250k`, `-120000` or `(120000)`; nil for anything else.
  static func pounds(_ text: String) -> Double? {
    var digits = text.filter { !"£, ".contains($0) }.lowercased()
    let isNegative = digits.hasPrefix("(") && digits.hasSuffix(")")
    if isNegative { digits = String(digits.dropFirst().dropLast()) }
    let factor = digits.hasSuffix("m") ? 1e6 : digits.hasSuffix("k") ? 1e3 : 1
    if factor > 1 { digits.removeLast() }
    guard let number = Double(digits), number.isFinite, abs(number * factor) <= 1e12,
      digits.last?.isNumber == true, digits.allSatisfy({ !"xp".contains($0) })
    else { return nil }
    return (isNegative ? -number : number) * factor
  }

  /// What to write instead of what is no amount.
  static let amountHelp = "write all its digits, for example 5325000; or 5325k, or 5.325m"
}
