/// Takes the lines of a table apart into cells.
struct CellScanner {
  private let source: SourceText
  private(set) var findings: [Finding] = []
  private var separator: Unicode.Scalar = ","

  init(_ source: SourceText) { self.source = source }

  /// Every row with its cells, empty ones among them.
  mutating func rows() -> [[GivenTable.Cell]] {
    var first =
      source.lines.firstIndex { line in line.unicodeScalars.contains { !$0.properties.isWhitespace } } ?? 0
    // What Excel writes ahead of a table to say what separates its cells.
    if let match = source.lines[first].wholeMatch(of: /sep=(.)/.ignoresCase()) {
      separator = match.output.1.unicodeScalars.first ?? ","
      first += 1
    } else {
      separator = Self.separator(of: source.lines[first])
    }
    var rows: [[GivenTable.Cell]] = []
    var line = first
    while line < source.lines.count, findings.count < GivenTable.mostFindings {
      rows.append(row(from: &line))
    }
    return rows
  }

  /// What separates the cells: the commonest of comma, semicolon and tab outside quotes.
  private static func separator(of header: String) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in header.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() } else if !isQuoted { counts[scalar, default: 0] += 1 }
    }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }

  /// One row; a quoted cell may reach over several lines.
  private mutating func row(from line: inout Int) -> [GivenTable.Cell] {
    var cells: [GivenTable.Cell] = []
    var scalars = source.scalars(of: line)
    var place = 0
    while true {
      while place < scalars.count, scalars[place] != separator, scalars[place].properties.isWhitespace {
        place += 1
      }
      let (start, startLine) = (place, line)
      guard place < scalars.count, scalars[place] == "\"" else {
        while place < scalars.count, scalars[place] != separator { place += 1 }
        cells.append(plain(Array(scalars[start..<place]), at: start, line))
        if place >= scalars.count { break }
        place += 1
        continue
      }
      guard let text = quoted(&scalars, &place, &line) else {
        findings.append(
          source.error(
            "unclosed", source.place(line: startLine + 1, column: start + 1),
            "The quotation mark is not closed.",
            help: "close it, or write two for one inside a cell"))
        line = source.lines.count
        return cells
      }
      cells.append(
        GivenTable.Cell(
          text: text,
          place: source.place(
            line: startLine + 1, column: start + 1, length: startLine == line ? place - start : nil)))
      while place < scalars.count, scalars[place] != separator, scalars[place].properties.isWhitespace {
        place += 1
      }
      if place >= scalars.count { break }
      guard scalars[place] == separator else {
        findings.append(
          source.error(
            "after-quote", source.place(line: line + 1, column: place + 1),
            "Something follows the closing quotation mark.",
            help: "write two quotation marks for one inside a cell"))
        break
      }
      place += 1
    }
    line += 1
    return cells
  }

  private func plain(_ scalars: [Unicode.Scalar], at start: Int, _ line: Int) -> GivenTable.Cell {
    var scalars = scalars
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    let text = String(String.UnicodeScalarView(scalars))
    return GivenTable.Cell(
      text: number(text), place: source.place(line: line + 1, column: start + 1, length: scalars.count))
  }

  /// A number with a point where it was written with a decimal comma; `39,500` may be meant either way, and stays.
  private func number(_ text: String) -> String {
    guard separator != ",", text.utf8.contains(UInt8(ascii: ",")),
      let match = text.wholeMatch(of: /[-+]?([0-9]+),([0-9]+)/)
    else { return text }
    let (whole, part) = (match.output.1, match.output.2)
    return part.count == 3 && whole != "0" && whole.count < 4 ? text : text.replacing(",", with: ".")
  }

  /// What stands between quotation marks, the place behind them reached; nil where they are not closed.
  private func quoted(_ scalars: inout [Unicode.Scalar], _ place: inout Int, _ line: inout Int) -> String? {
    var text = String.UnicodeScalarView()
    place += 1
    while true {
      if place >= scalars.count {
        line += 1
        guard line < source.lines.count else { return nil }
        text.append("\n")
        scalars = source.scalars(of: line)
        place = 0
      } else if scalars[place] != "\"" {
        text.append(scalars[place])
        place += 1
      } else if place + 1 < scalars.count, scalars[place + 1] == "\"" {
        text.append("\"")
        place += 2
      } else {
        place += 1
        return String(text)
      }
    }
  }
}
