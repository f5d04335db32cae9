import Experiments
import Foundation
import Synchronization
import Verification

/// The rows of `verify` as a table for a terminal.
struct VerifyTable {
  private let rows: [VerificationRow]
  private let told: [VerificationCase]

  /// - Parameter cases: those whose source and notes are told below the table.
  init(_ rows: [VerificationRow], cases: [VerificationCase]) {
    self.rows = rows
    told = cases
  }

  func text(seconds: Double) -> String {
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

/// Where `verify` is, on standard error: one line redrawn on a terminal, otherwise a line a minute.
final class VerifyProgress: Sendable {
  private let lastShown = Mutex(0.0)
  private let began = ProgressLine.now()
  private let isShown: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  private let cases: Int

  init(shown: Bool, cases: Int) {
    isShown = shown
    self.cases = cases
  }

  /// Seconds since the start.
  var elapsed: Double { ProgressLine.now() - began }

  func update(place: Int, id: String, done: Int, wanted: Int) {
    guard isShown else { return }
    lastShown.withLock { last in
      guard elapsed - last > (isTerminal ? 0.1 : 60) else { return }
      last = elapsed
      let text = "case \(place + 1) of \(cases), \(id): \(done)/\(wanted) replications"
      Terminal.put(isTerminal ? "\r\u{1B}[2K\(text)" : "\(text)\n", to: STDERR_FILENO)
    }
  }

  /// Leaves the line, so that what follows begins on a new one.
  func finish() {
    if isShown, isTerminal { Terminal.put("\r\u{1B}[2K", to: STDERR_FILENO) }
  }
}
