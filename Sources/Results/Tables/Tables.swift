/// The tables of a result, each declared beside its rows.
package enum Tables {
  /// Those that hold figures alone, and so are equal when two runs are; in the order in which a difference names them.
  package static let figures: [any TableDeclaration] = [
    opening, series, years, fans, finance, parameters, checks, draws, variance, observed, raw, spells,
    workforceReturn, forecast, benchmarks,
  ]
  /// What else is written into a folder of its own.
  package static let others: [any TableDeclaration] = [
    comparison, comparedSeries, comparedMoney, changedInputs, fit, selection, goal, precision, WorthRow.table,
  ]
}

/// A row that can be read back: something to read its cells into.
package protocol TableRow: Sendable {
  /// A row with nothing in it.
  static var blank: Self { get }
}

extension TableRow {
  /// A row whose properties `fill` sets; the others keep their defaults.
  package init(_ fill: (inout Self) -> Void) {
    self = .blank
    fill(&self)
  }
}

/// What is known of a table without its rows.
package protocol TableDeclaration: Sendable {
  /// The file's name.
  var name: String { get }
  /// The names in its first row, but for where the rows come from.
  var names: [String] { get }
  /// Its part of the page on files, in Markdown.
  var documentation: String { get }
}

extension Table: TableDeclaration {}
