/// One series at one month end, by name, as it stands in `series.csv`.
package struct StoredMonth: Sendable {
  package let measure, breakdown, unit, monthEnd, financialYear: String
  package let estimate: Estimate
}

extension ResultReader {
  /// The rows of `series.csv` that are of the measures asked for.
  package static func months(_ folder: String, of measures: Set<String>) throws(ReadFailure) -> [StoredMonth]
  {
    try rows(folder, ResultFile.series) { row throws(ReadFailure) in
      let measure = try row.text("measure")
      guard measures.contains(measure) else { return nil }
      return StoredMonth(
        measure: measure, breakdown: try row.text("breakdown"), unit: try row.text("unit"),
        monthEnd: try row.text("month_end"), financialYear: try row.text("fy"), estimate: try row.estimate())
    }.compactMap { $0 }
  }
}
