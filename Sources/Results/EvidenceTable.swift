/// A table of evidence as plain data, to be written as comma-separated text with its origin in the last columns.
package struct EvidenceTable: Sendable {
  package enum Cell: Sendable, Equatable {
    case text(String)
    /// An empty cell where the number is not finite.
    case number(Double)
    case whole(Int)
    case flag(Bool)
    /// Pounds to the penny.
    case pence(Int)
    case empty
  }

  /// The name of the file.
  package let name: String
  package let columns: [String]
  package private(set) var rows: [[Cell]] = []

  package init(_ name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }

  package mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row of \(name) has as many cells as the table has columns")
    rows.append(cells)
  }

  /// The file's bytes.
  package func bytes(_ manifest: Manifest) -> [UInt8] {
    var table = CSVText(columns: columns, origin: Origin(manifest))
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): table.cell(text)
        case .number(let number): table.cell(number.isFinite ? number : nil)
        case .whole(let whole): table.cell(whole)
        case .flag(let flag): table.cell(flag)
        case .pence(let pence): table.cell(Phrase.pounds(pence: pence))
        case .empty: table.cell("")
        }
      }
      table.endRow()
    }
    return table.bytes
  }
}

extension EvidenceTable.Cell {
  /// A whole number of pounds and pence from pounds; empty where not finite.
  package static func pounds(_ pounds: Double) -> EvidenceTable.Cell {
    pounds.isFinite ? .pence(Int((pounds * 100).rounded())) : .empty
  }

  package static func number(_ number: Double?) -> EvidenceTable.Cell { number.map { .number($0) } ?? .empty }
}

extension WholeFile.Prepared {
  package init(_ table: EvidenceTable, _ manifest: Manifest) {
    self.init(name: table.name, bytes: table.bytes(manifest))
  }
}
