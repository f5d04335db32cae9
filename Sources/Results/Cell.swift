import Dates

/// A kind of value that a table's column can hold.
package protocol Cell: SendableMetatype {
  func write(to text: inout CSVText)
  /// - Throws: `foreign`, with the line and the column, when the text is not such a value.
  init(_ text: String, in column: String, of row: NamedRow) throws(ReadFailure)
}

extension String: Cell {
  package func write(to text: inout CSVText) { text.cell(self) }
  package init(_ text: String, in column: String, of row: NamedRow) { self = text }
}

/// Empty where it is not finite.
extension Double: Cell {
  package func write(to text: inout CSVText) { text.cell(isFinite ? self : nil) }
  package init(_ text: String, in column: String, of row: NamedRow) throws(ReadFailure) {
    self = try row.number(column)
  }
}

extension Int: Cell {
  package func write(to text: inout CSVText) { text.cell(self) }
  package init(_ text: String, in column: String, of row: NamedRow) throws(ReadFailure) {
    guard let whole = Int(text) else { throw row.wrong(column, "is not a whole number") }
    self = whole
  }
}

extension Bool: Cell {
  package func write(to text: inout CSVText) { text.cell(self) }
  package init(_ text: String, in column: String, of row: NamedRow) throws(ReadFailure) {
    guard let flag = Bool(text) else { throw row.wrong(column, "is neither true nor false") }
    self = flag
  }
}

extension CivilDate: Cell {
  package func write(to text: inout CSVText) { text.cell(description) }
  package init(_ text: String, in column: String, of row: NamedRow) throws(ReadFailure) {
    self = try row.date(column)
  }
}

/// An empty cell for no value.
extension Optional: Cell where Wrapped: Cell {
  package func write(to text: inout CSVText) {
    if let self { self.write(to: &text) } else { text.cell(Int?.none) }
  }
  package init(_ text: String, in column: String, of row: NamedRow) throws(ReadFailure) {
    self = text.isEmpty ? nil : try Wrapped(text, in: column, of: row)
  }
}

/// The raw text of one of a list of names.
extension Cell where Self: RawRepresentable, RawValue == String {
  package func write(to text: inout CSVText) { text.cell(rawValue) }
  package init(_ text: String, in column: String, of row: NamedRow) throws(ReadFailure) {
    guard let name = Self(rawValue: text) else { throw row.wrong(column, "is not one of the names allowed") }
    self = name
  }
}
