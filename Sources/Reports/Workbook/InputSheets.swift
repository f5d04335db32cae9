import Results

/// The sheets of what went in.
struct InputSheets {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  func fillAssumptions(_ sheet: XlsxSheet) {
    let assumptions = Assumptions(result.parameters)
    sheet.title("Assumptions", assumptions.counts + ". " + AssumptionRating.explanation)
    sheet.widths([10, 44, 22, 20, 24, 60, 70, 40])
    sheet.header(
      3, ["Rating", "Value", "Set to", "Unit", "Range given", "Meaning", "Source", "Set in"], freezing: 2)
    for (index, item) in assumptions.rated.enumerated() {
      let row = index + 4
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
        row, [item.row.unit, item.row.uncertain, item.row.meaning, item.row.source, item.row.from], from: 3)
    }
    sheet.filter(header: 3, last: assumptions.rated.count + 3, columns: 8)
  }

  func fillInputs(_ sheet: XlsxSheet) {
    sheet.title("Inputs", "Every parameter as it was used; those left at their defaults say so")
    sheet.widths([52, 22, 20, 14, 18, 22, 60, 24, 60, 40])
    sheet.header(
      3,
      [
        "Parameter", "Value", "Unit", "Kind", "Default", "Range", "Source", "Uncertain", "Meaning", "Set in",
      ])
    for (index, item) in result.parameters.enumerated() {
      let row = index + 4
      sheet.text(row, 0, item.path)
      sheet.cell(row, 1, item.value)
      sheet.texts(row, [item.unit, item.kind], from: 2)
      sheet.cell(row, 4, item.defaultValue)
      sheet.texts(row, [item.range, item.source, item.uncertain, item.meaning, item.from], from: 5)
    }
    sheet.filter(header: 3, last: result.parameters.count + 3, columns: 10)
  }
}
