import Results

/// The sheets of what went in.
struct InputSheets {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  /// Rows that are printed of a long list: paper for all of it would be read by nobody.
  private static let printed = 120

  func fillAssumptions(_ sheet: XlsxSheet) {
    let assumptions = Assumptions(result.parameters)
    sheet.title("Assumptions", assumptions.counts + ", the weakest evidence first")
    sheet.widths([10, 44, 20, 16, 24, 60, 60, 40])
    let said = [
      AssumptionRating.explanation,
      assumptions.rated.count > Self.printed
        ? "The \(Self.printed) with the weakest evidence are printed; all \(assumptions.rated.count) are on this sheet."
        : "",
    ]
    let header = sheet.sentences(2, said, columns: 7, letters: 210) + 1
    for (index, item) in assumptions.rated.enumerated() {
      let row = header + 1 + index
      let style: XlsxBook.Style =
        switch item.rating {
        case .red: .red
        case .amber: .amber
        case .green: .green
        case .choice: .plain
        }
      sheet.text(row, 0, item.rating.word, style)
      sheet.text(row, 1, item.row.path)
      sheet.cell(row, 2, item.row.value)
      sheet.texts(
        row, [item.row.unit, item.row.uncertain, item.row.meaning, item.row.source], .wrapped, from: 3)
      sheet.text(row, 7, item.row.from)
      sheet.heighten(
        row, [(item.row.unit, 16), (item.row.uncertain, 24), (item.row.meaning, 60), (item.row.source, 60)])
    }
    sheet.table(
      "tblAssumptions", header: header,
      ["Rating", "Value", "Set to", "Unit", "Range given", "Meaning", "Source", "Set in"],
      rows: assumptions.rated.count, isRepeated: true, freezing: 2)
    sheet.printed(last: header + min(Self.printed, assumptions.rated.count), columns: 7)
  }

  func fillInputs(_ sheet: XlsxSheet) {
    sheet.title(
      "Inputs",
      "Every parameter as it was used (\(Phrase.number(result.parameters.count))); the first \(Self.printed) are printed"
    )
    sheet.widths([52, 22, 20, 14, 18, 22, 60, 24, 60, 40])
    for (index, item) in result.parameters.enumerated() {
      let row = index + 4
      sheet.text(row, 0, item.path)
      sheet.cell(row, 1, item.value)
      sheet.texts(row, [item.unit, item.kind], from: 2)
      sheet.cell(row, 4, item.defaultValue)
      sheet.text(row, 5, item.range)
      sheet.texts(row, [item.source, item.uncertain, item.meaning], .wrapped, from: 6)
      sheet.text(row, 9, item.from)
      sheet.heighten(row, [(item.source, 60), (item.uncertain, 24), (item.meaning, 60)])
    }
    sheet.table(
      "tblInputs", header: 3,
      [
        "Parameter", "Value", "Unit", "Kind", "Default", "Range", "Source", "Uncertain", "Meaning", "Set in",
      ], rows: result.parameters.count, isRepeated: true)
    sheet.printed(last: 3 + min(Self.printed, result.parameters.count), columns: 6)
  }
}
