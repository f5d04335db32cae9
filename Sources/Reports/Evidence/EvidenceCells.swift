import Notation
import Parameters
import Results

/// A table of evidence as a page shows it: columns without any value left out, headings in words, and in each column
/// numbers of one form: whole pounds, whole things with thousands grouped, or as many decimals as tell them apart.
struct EvidenceCells {
  let columns: [String]
  let rows: [[String]]
  /// Columns that stand to the right.
  let numeric: Set<Int>

  /// - Parameter rows: the cells of the file, of which all decide how a column is shown.
  init(names: [String], rows: [[String]]) {
    var (columns, numeric): ([String], Set<Int>) = ([], [])
    var shown: [[String]] = rows.map { _ in [] }
    let unit = names.firstIndex(of: "unit")
    let isOfMoney = unit.map { unit in rows.allSatisfy { $0[unit] == Unit.pounds.symbol } } == true
    for (place, name) in names.enumerated() {
      let cells = rows.map { $0[place] }
      guard cells.contains(where: { !$0.isEmpty }), place != unit || !isOfMoney else { continue }
      let isNumeric = place > 0 && cells.allSatisfy { $0.isEmpty || Double($0) != nil }
      let isMoney =
        isNumeric && (isOfMoney || name.contains("gbp"))
        && cells.allSatisfy { $0.isEmpty || Self.isToThePenny($0) }
      if isNumeric { numeric.insert(columns.count) }
      let decimals = isNumeric ? Self.decimals(cells, isMoney: isMoney) : 0
      columns.append(Self.heading(name) + (isMoney ? ", £" : ""))
      for (row, cell) in cells.enumerated() {
        guard isNumeric, let number = Double(cell) else {
          shown[row].append(cell)
          continue
        }
        shown[row].append(Phrase.number(number, decimals: decimals))
      }
    }
    (self.columns, self.rows, self.numeric) = (columns, shown, numeric)
  }

  /// Money is written with its pence.
  private static func isToThePenny(_ cell: String) -> Bool {
    let parts = cell.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 2
  }

  private static func decimals(_ cells: [String], isMoney: Bool) -> Int {
    let numbers = cells.compactMap { Double($0) }
    if isMoney || numbers.allSatisfy({ $0 == $0.rounded() }) { return 0 }
    return numbers.contains { $0.magnitude >= 100 } ? 1 : 3
  }

  /// Words for the parts of a column's name.
  private static let words = [
    "fy": "financial year", "reps": "simulated futures", "gbp": "", "ppv": "precision", "rag": "colour",
    "exp": "expected", "t": "time", "npv": "present value", "prob": "likelihood", "se": "standard error",
    "id": "", "n": "number", "ci": "", "mc": "", "p": "likelihood",
  ]
  /// Values that a share of the simulated futures lie below.
  private static let below = [
    5: "1 in 20 below", 10: "1 in 10 below", 25: "1 in 4 below", 50: "median", 75: "3 in 4 below",
    80: "8 in 10 below", 90: "9 in 10 below", 95: "19 in 20 below",
  ]
  private static let whole = [
    "n_reps": "Simulated futures", "mc_se": "Standard error", "ci_lo": "95% from", "ci_hi": "95% to",
    "gbp": "Mean", "p": "Likelihood", "contingency_p80_p50": "Contingency, enough in 8 of 10 less the median",
    "prob_over_budget": "How often over budget", "prob_over_budget_lo": "How often over budget, 95% from",
    "prob_over_budget_hi": "How often over budget, 95% to", "fy": "Financial year",
  ]

  /// A column's name as people say it: `p_ci_lo` is `Likelihood, 95% from`.
  static func heading(_ name: String) -> String {
    if let own = whole[name] { return own }
    var parts = name.split(separator: "_").map(String.init)
    var ending = ""
    for (end, words) in [("lo", ", 95% from"), ("hi", ", 95% to")] where parts.last == end {
      (ending, parts) = (words, Array(parts.dropLast()))
      if parts.last == "ci" { parts.removeLast() }
    }
    let said = parts.map { part -> String in
      if part.count == 3, part.first == "p", let share = Int(part.dropFirst()) {
        return below[share] ?? "\(share)% below"
      }
      return words[part] ?? part
    }.filter { !$0.isEmpty }.joined(separator: " ")
    return said.prefix(1).uppercased() + said.dropFirst() + ending
  }
}
