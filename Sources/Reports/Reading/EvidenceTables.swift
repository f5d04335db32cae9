import Foundation
import Results

/// Tables that other verbs put into the folder of a result: risk, finance and workforce evidence.
///
/// A report shows those that are there, and says which command makes the others.
package struct EvidenceTables: Sendable {
  /// One table as it was read.
  struct Table: Sendable {
    let name: String
    let columns: [String]
    let rows: [[String]]

    /// The cell of a row in the column of that name; empty where there is none.
    func cell(_ row: [String], _ column: String) -> String {
      guard let place = columns.firstIndex(of: column), place < row.count else { return "" }
      return row[place]
    }

    func number(_ row: [String], _ column: String) -> Double? { Double(cell(row, column)) }

    func has(_ names: String...) -> Bool { names.allSatisfy(columns.contains) }

    /// Without the columns that say where the result came from, which every row has alike.
    var bare: (columns: [String], rows: [[String]]) {
      let kept = columns.indices.filter { !Origin.columns.contains(columns[$0]) }
      return (kept.map { columns[$0] }, rows.map { row in kept.map { $0 < row.count ? row[$0] : "" } })
    }
  }

  /// What a table is, and which command makes it.
  struct Known: Sendable {
    let name: String
    let title: String
    let verb: String
  }

  static let known = [
    Known(name: "risk_evidence.csv", title: "Risks", verb: "risk"),
    Known(name: "risk_controls.csv", title: "What each control is worth", verb: "risk"),
    Known(name: "risk_early_warning.csv", title: "Early warnings", verb: "risk"),
    Known(name: "risk_reverse_stress.csv", title: "Reverse stress test", verb: "risk"),
    Known(name: "finance_growth.csv", title: "Cost of growth by year", verb: "finance"),
    Known(name: "finance_pvm.csv", title: "Volume, mix and price", verb: "finance"),
    Known(name: "finance_attribution.csv", title: "Drivers of the growth", verb: "finance"),
    Known(name: "finance_npv.csv", title: "Present value", verb: "finance"),
    Known(name: "finance_savings.csv", title: "Savings by class", verb: "finance"),
    Known(name: "hr_kpis.csv", title: "Workforce by month, role and team", verb: "hr"),
    Known(name: "hr_survival.csv", title: "How long workers stay", verb: "hr"),
    Known(name: "vacancy_factor.csv", title: "Vacancy factor", verb: "vacancy-factor"),
  ]

  private let tables: [String: Table]

  /// No tables.
  package init() { tables = [:] }

  /// The tables that are in a folder.
  package init(folder: String) throws(ReadFailure) {
    var tables: [String: Table] = [:]
    for known in EvidenceTables.known where ResultReader.has(known.name, folder) {
      let read = CSVRows(try ResultReader.bytes(of: folder + "/" + known.name))
      for row in read.rows where row.cells.count != read.columns.count {
        throw .foreign(
          path: folder + "/" + known.name,
          reason: "line \(row.line) has \(row.cells.count) cells where the header has \(read.columns.count)")
      }
      tables[known.name] = Table(name: known.name, columns: read.columns, rows: read.rows.map(\.cells))
    }
    self.tables = tables
  }

  subscript(name: String) -> Table? { tables[name] }

  /// The tables of that verb, in order.
  func made(by verb: String) -> [(known: Known, table: Table)] {
    EvidenceTables.known.filter { $0.verb == verb }.compactMap { known in
      tables[known.name].map { (known, $0) }
    }
  }

  /// What is not there, each with the command that makes it.
  var missing: [String] {
    ["risk", "finance", "hr"].filter { made(by: $0).isEmpty }.map { verb in
      let names = EvidenceTables.known.filter { $0.verb == verb }.map(\.name).joined(separator: ", ")
      return "\(names): `caseload \(verb)` makes them"
    }
  }
}
