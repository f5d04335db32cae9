import Results

/// What is likely: the dozen measures at the start and after some years, and when a notice is lifted.
struct HeadlineSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let table = HeadlineTable(result)
    let rows = table.cells
    guard !rows.isEmpty else { return "" }
    return Html.table(
      caption:
        "Median, and in brackets the two ends between which 8 of 10 simulated futures lie; money is nominal",
      columns: ["Measure"] + table.titles, rows: rows, numeric: Set(1...table.titles.count))
      + [NoticeLine(result).sentence].compactMap { $0 }.map {
        Html.paragraph("Notice to improve: \(Words.plain($0))")
      }.joined()
  }
}
