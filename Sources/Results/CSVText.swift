import Notation

/// A table as comma-separated text: RFC 4180 quoting, one line feed per row, an empty cell for no value.
package struct CSVText {
  package private(set) var bytes: [UInt8] = []
  private var isRowEmpty = true
  /// The cells as values, where a row is wanted as such; nil where only the text is.
  private var values: [JSONValue]?
  /// Cells that every row ends with, already encoded with their leading comma.
  private let ending: [UInt8]

  /// A table with these columns, each row of which ends with where its result came from.
  package init(columns: [String], origin: Origin) {
    self.init(columns: columns + Origin.columns, ending: origin.cells)
  }

  /// A table with these columns, the last of which every row has alike: `ending` holds their cells.
  package init(columns: [String], ending: [UInt8]) {
    self.ending = ending
    cells(columns)
    newline()
  }

  /// A row whose cells are kept as values rather than as text.
  static func row(_ write: (inout CSVText) -> Void) -> [JSONValue] {
    var row = CSVText(columns: [], ending: [])
    row.values = []
    write(&row)
    return row.values ?? []
  }

  package mutating func cell(_ text: String) {
    let text = PlainLetters.plain(text)
    put(.string(text), text)
  }

  private mutating func put(_ value: JSONValue, _ text: String) {
    guard values == nil else {
      values?.append(value)
      return
    }
    separate()
    CSVText.append(text, to: &bytes)
  }

  package mutating func cell(_ number: Double?, digits: Int = PlainNumber.digits) {
    guard values == nil else {
      values?.append(number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null)
      return
    }
    separate()
    if let number { PlainNumber.append(number, digits: digits, to: &bytes) }
  }

  package mutating func cell(_ number: Int?) {
    guard values == nil else {
      values?.append(number.map { .integer($0) } ?? .null)
      return
    }
    separate()
    if let number { PlainNumber.append(integer: number, to: &bytes) }
  }

  /// Pounds to the penny; empty where not finite.
  package mutating func cell(pounds: Double) {
    let pence = pounds.isFinite ? Int((pounds * 100).rounded()) : nil
    put(pence.map { .number(Double($0) / 100) } ?? .null, pence.map { Phrase.pounds(pence: $0) } ?? "")
  }

  package mutating func cell(_ flag: Bool?) {
    put(flag.map { .bool($0) } ?? .null, flag.map { $0 ? "true" : "false" } ?? "")
  }

  package mutating func cells(_ texts: [String]) { for text in texts { cell(text) } }

  /// n_reps, mean, mc_se, ci_lo, ci_hi and the seven quantiles; all empty but the first when nothing had a value.
  package mutating func cells(of estimate: Estimate) {
    cell(estimate.n)
    let e = estimate
    let numbers = [
      e.mean, e.standardError, e.interval.lowerBound, e.interval.upperBound,
      e.p05, e.p10, e.p25, e.p50, e.p75, e.p90, e.p95,
    ]
    for number in numbers { cell(e.n > 0 ? number : nil) }
  }

  /// Ends the row with the cells of its origin.
  package mutating func endRow() {
    bytes.append(contentsOf: ending)
    newline()
  }

  /// Appends one cell's text: its signs in ASCII, harmless, and quoted where a comma, a quotation mark or a line end asks
  /// for it.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    let text = harmless(PlainLetters.plain(text))
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == quote || $0 == 10 || $0 == 13 }
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// The text as no spreadsheet carries it out: an apostrophe stands before what begins as a formula does (with `=`, `+`,
  /// `-`, `@` or a tab), numbers and lone signs apart. What a terminal would carry out is masked.
  package static func harmless(_ text: String) -> String {
    let shown = SafeText.visible(text)
    return isFormula(shown.drop { $0 == "'" }) ? "'" + shown : shown
  }

  /// The text that was made harmless and plain, with its pound signs.
  package static func original(_ cell: String) -> String {
    let isMarked = cell.first == "'" && isFormula(cell.drop { $0 == "'" })
    return PlainLetters.original(isMarked ? String(cell.dropFirst()) : cell)
  }

  private static func isFormula(_ text: Substring) -> Bool {
    guard let first = text.first, "=+-@\t＝＋－＠".contains(first), text.count > 1 else { return false }
    let isPlain = text.allSatisfy { "0123456789.eE+-".contains($0) }
    return !(isPlain && Double(text)?.isFinite == true)
  }

  /// Hands over what was written so far and keeps none of it.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func separate() {
    if !isRowEmpty { bytes.append(UInt8(ascii: ",")) }
    isRowEmpty = false
  }

  private mutating func newline() {
    bytes.append(10)
    isRowEmpty = true
  }
}
