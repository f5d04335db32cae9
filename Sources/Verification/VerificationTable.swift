import Foundation

/// The rows of `verify` as a table for a terminal.
package struct VerificationTable {
  private let rows: [VerificationRow]
  private let told: [VerificationCase]

  /// - Parameter cases: those whose source and notes are told below the table.
  package init(_ rows: [VerificationRow], cases: [VerificationCase]) {
    self.rows = rows
    told = cases
  }

  package func text(seconds: Double) -> String {
    var table = [
      [
        "id", "title", "quantity", "exact", "simulated", "standard error", "z", "half-width %", "pass",
        "seconds",
      ]
    ]
    var last = ""
    for row in rows {
      table.append([
        row.caseID == last ? "" : row.caseID, row.caseID == last ? "" : row.title, row.quantity,
        digits(row.exact), digits(row.simulated), row.standardError.map(digits) ?? "-",
        row.z.map { String(format: "%.2f", $0) } ?? "-",
        row.relativeHalfWidth.map { String(format: "%.2f", $0 * 100) } ?? "-", row.passed ? "yes" : "NO",
        row.caseID == last ? "" : String(format: "%.1f", row.seconds),
      ])
      last = row.caseID
    }
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    var lines = table.map { cells in
      cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column < 3 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
    let failed = rows.filter { !$0.passed }
    lines += failed.map { "\($0.caseID), \($0.quantity): \($0.reason)" }
    for item in told {
      lines.append("\(item.id)  source: \(item.source)")
      if !item.notes.isEmpty { lines.append("      notes: \(item.notes)") }
    }
    let cases = Set(rows.map(\.caseID)).count
    lines.append(
      "\(rows.count - failed.count) of \(rows.count) comparisons in \(cases) cases pass; "
        + String(format: "%.0f", seconds) + " s.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9
      ? String(format: "%.0f", number) : String(format: "%.6g", number)
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
