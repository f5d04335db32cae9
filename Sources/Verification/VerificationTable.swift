import Foundation
import Notation

/// The rows of `verify` as a table for a terminal.
package struct VerificationTable {
  private let rows: [VerificationRow]
  private let told: [VerificationCase]

  /// - Parameter cases: those whose source and notes are told below the table.
  package init(_ rows: [VerificationRow], cases: [VerificationCase]) {
    self.rows = rows
    told = cases
  }

  /// The table, a case after the other: its name and how long it took, and below it a line for each quantity. No line is
  /// longer than 80 characters.
  package func text(seconds: Double) -> String {
    let header = ["  quantity", "exact", "simulated", "std error", "z", "half-width", "pass"]
    let table = [header] + rows.map(cells)
    // A longer name stands on a line of its own.
    let widths = header.indices.map { column in
      table.map { $0[column].count }.filter { column > 0 || $0 <= 24 }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      if cells[0].count > widths[0] { return cells[0] + "\n" + line([""] + cells.dropFirst()) }
      return cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
    var lines = [line(header)]
    var last = ""
    for (row, cells) in zip(rows, table.dropFirst()) {
      if row.caseID != last {
        let time = String(format: "%.1f s", row.seconds)
        lines += Prose.wrap("\(row.caseID)  \(row.title), \(time)", width: 80, indent: 5)
      }
      last = row.caseID
      lines.append(line(cells))
    }
    let failed = rows.filter { !$0.passed }
    lines += failed.map { "\($0.caseID), \($0.quantity): \($0.reason)" }
    for item in told {
      lines.append("\(item.id)  source: \(item.source)")
      if !item.notes.isEmpty { lines.append("      notes: \(item.notes)") }
    }
    let cases = Set(rows.map(\.caseID)).count
    lines.append(
      "\(rows.count - failed.count) of \(rows.count) comparisons in \(cases) \(cases == 1 ? "case" : "cases") pass; "
        + String(format: "%.0f", seconds) + " s.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ row: VerificationRow) -> [String] {
    [
      "  " + row.quantity, digits(row.exact), digits(row.simulated),
      row.standardError.map { String(format: "%.3g", $0) } ?? "-",
      row.z.map { String(format: "%.2f", $0) } ?? "-",
      row.relativeHalfWidth.map { String(format: "%.2f%%", $0 * 100) } ?? "-", row.passed ? "yes" : "NO",
    ]
  }

  private func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e8
      ? String(format: "%.0f", number) : String(format: "%.5g", number)
  }
}

extension VerificationTable {
  /// One comparison as JSON; a number that is not finite is left out.
  package struct Row: Encodable {
    let id, group, title, quantity, reason: String
    let exact, simulated, standardError, z, halfWidth: Double?
    let passed: Bool
    let seconds: Double

    package init(_ row: VerificationRow) {
      func finite(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
      id = row.caseID
      group = row.group
      title = row.title
      quantity = row.quantity
      reason = row.reason
      exact = finite(row.exact)
      simulated = finite(row.simulated)
      standardError = finite(row.standardError)
      z = finite(row.z)
      halfWidth = finite(row.relativeHalfWidth)
      passed = row.passed
      seconds = row.seconds
    }
  }
}
