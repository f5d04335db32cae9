import Dates

/// A row whose cells are found by the names of their columns.
package struct NamedRow {
  package let path: String
  package let places: [String: Int]
  package let row: CSVRows.Row

  package func text(_ column: String) throws(ReadFailure) -> String {
    guard let place = places[column], place < row.cells.count else {
      throw .foreign(path: path, reason: "line \(row.line) has no column `\(column)`")
    }
    return CSVText.original(row.cells[place])
  }

  /// The value in that column.
  package func value<Value: Cell>(_ column: String) throws(ReadFailure) -> Value {
    try Value(try text(column), in: column, of: self)
  }

  /// What is wrong with the cell in that column.
  package func wrong(_ column: String, _ reason: String) -> ReadFailure {
    let cell = (try? text(column)) ?? ""
    return .foreign(path: path, reason: "line \(row.line): `\(cell)` in column `\(column)` \(reason)")
  }

  /// The number in that column; not a number when the cell is empty.
  package func number(_ column: String) throws(ReadFailure) -> Double {
    let cell = try text(column)
    if cell.isEmpty { return .nan }
    guard let number = Double(cell), number.isFinite else {
      throw wrong(column, "is not a number")
    }
    return number
  }

  /// The day in that column.
  package func date(_ column: String) throws(ReadFailure) -> CivilDate {
    let cell = try text(column)
    guard let date = CivilDate(iso: cell) else {
      throw wrong(column, "is not a date")
    }
    return date
  }

  /// The 95% interval of a mean; no bounds where the cells are empty.
  package func interval() throws(ReadFailure) -> ClosedRange<Double> {
    let (lower, upper) = (try number("ci_lo"), try number("ci_hi"))
    let (bottom, top) = (lower.isNaN ? -.infinity : lower, upper.isNaN ? .infinity : upper)
    guard bottom <= top else {
      throw .foreign(path: path, reason: "line \(row.line): `ci_lo` is above `ci_hi`")
    }
    return bottom...top
  }

  package func estimate() throws(ReadFailure) -> Estimate {
    let count = Int(exactly: try number("n_reps")) ?? 0
    let error = try number("mc_se")
    return Estimate(
      n: count, mean: try number("mean"), standardDeviation: error * Double(count).squareRoot(),
      standardError: error, interval: try interval(), p05: try number("p05"), p10: try number("p10"),
      p25: try number("p25"), p50: try number("p50"), p75: try number("p75"), p90: try number("p90"),
      p95: try number("p95"))
  }
}
