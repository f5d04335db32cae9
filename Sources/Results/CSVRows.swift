/// Reads comma-separated text with a header row: RFC 4180 quoting, LF or CRLF line ends, a byte order mark skipped.
package struct CSVRows {
  /// The names in the first row.
  package let columns: [String]
  /// The rows after it; blank lines are left out.
  package let rows: [Row]

  package struct Row {
    /// The line of the file on which the row begins, counted from 1.
    package let line: Int
    package let cells: [String]
  }

  package init(_ bytes: [UInt8]) {
    var scanner = CSVScanner(bytes)
    var all: [Row] = []
    while let row = scanner.next() {
      if row.cells != [""] { all.append(row) }
    }
    columns = all.first?.cells ?? []
    rows = Array(all.dropFirst())
  }

  /// The place of a column; nil when it is missing.
  package func place(of column: String) -> Int? { columns.firstIndex(of: column) }
}

/// Takes one row after another from comma-separated text.
private struct CSVScanner {
  private let bytes: [UInt8]
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> CSVRows.Row? {
    guard position < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 10 { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          cell.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
        continue
      }
      if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      } else if byte == 10 {
        break
      } else if byte != 13 {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return CSVRows.Row(line: start, cells: cells)
  }
}
