import Results

/// The cost of growth: what it comes to in sentences, by year, and by what made it.
struct GrowthSheet {
  let evidence: EvidenceTables

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "Growth", "What more children, dearer placements and prices above inflation cost; pounds, nominal")
    sheet.widths([30])
    sheet.width(17, columns: 1...8)
    let words = SheetWords.growth(evidence)
    var row = sheet.sentences(
      3, words.isEmpty ? [SheetWords.missing("finance")] : words, columns: 9, letters: 165)
    let rows = evidence.growth.filter { $0.basis == "nominal" }
    guard !rows.isEmpty else { return sheet.printed(last: row, columns: 9) }
    row = growth(rows, sheet, row + 1)
    row = parts(sheet, row + 2)
    row = drivers(sheet, row + 2)
    sheet.printed(last: row, columns: 9)
  }

  private func growth(_ rows: [GrowthRow], _ sheet: XlsxSheet, _ first: Int) -> Int {
    sheet.text(first, 0, "Cost of growth by year, £ nominal", .subtitle)
    for (index, item) in rows.enumerated() {
      let row = first + 2 + index
      sheet.text(row, 0, item.year == BudgetRow.allYears ? "All years" : item.year)
      sheet.number(row, 1, item.average, .oneDecimal)
      let numbers = [
        item.actual, item.flat, item.growth.mean, item.growth.p10, item.growth.p50, item.growth.p80,
        item.growth.p90,
      ]
      for (column, number) in numbers.enumerated() { sheet.number(row, column + 2, number, .pounds) }
    }
    sheet.table(
      "tblGrowth", header: first + 1,
      [
        "Year", "Children, average", "Mean cost, £", "Cost of a flat number, £", "Growth, mean, £",
        SheetWords.low + ", £", SheetWords.middle + ", £", "P80, £", SheetWords.high + ", £",
      ], rows: rows.count, numbersFrom: 1, lines: 2)
    return first + 2 + rows.count
  }

  private func parts(_ sheet: XlsxSheet, _ first: Int) -> Int {
    let whole = evidence.parts.filter { $0.placement == "all" }
    let years = whole.map(\.year).uniqued
    guard !years.isEmpty else { return first }
    let names = [
      ("volume_entries", "More entering, £"), ("volume_length_of_stay", "Longer stays, £"),
      ("mix", "Dearer placements, £"), ("price", "Prices above inflation, £"),
    ]
    sheet.text(first, 0, "Volume, mix and price: means by year, £ nominal", .subtitle)
    for (index, year) in years.enumerated() {
      let row = first + 2 + index
      sheet.text(row, 0, year)
      var sum = 0.0
      for (column, name) in names.enumerated() {
        let mean = whole.first { $0.year == year && $0.driver == name.0 }?.part.mean
        sum += mean ?? 0
        sheet.number(row, column + 1, mean, .pounds)
      }
      let cells = "\(XlsxSheet.address(row, 1)):\(XlsxSheet.address(row, names.count))"
      sheet.formula(row, names.count + 1, "=SUM(\(cells))", value: sum, .pounds)
    }
    sheet.table(
      "tblGrowthParts", header: first + 1, ["Year"] + names.map(\.1) + ["In all (live), £"], rows: years.count
    )
    return first + 2 + years.count
  }

  private func drivers(_ sheet: XlsxSheet, _ first: Int) -> Int {
    let rows = evidence.drivers
    guard !rows.isEmpty else { return first }
    sheet.text(first, 0, "What drove it, over all years, £ nominal", .subtitle)
    for (index, item) in rows.enumerated() {
      let row = first + 2 + index
      sheet.text(row, 0, item.title.isEmpty ? item.driver : item.title)
      for (column, number) in [item.part.mean, item.part.lower, item.part.upper].enumerated() {
        sheet.number(row, column + 1, number, .pounds)
      }
      sheet.text(row, 4, item.part.isApart ? "yes" : "no")
    }
    sheet.table(
      "tblGrowthDrivers", header: first + 1,
      ["Driver", "Mean, £", "Lower end of the 95% interval, £", "Upper end, £", "Told apart from none"],
      rows: rows.count, numbersFrom: 1, lines: 3)
    return first + 2 + rows.count
  }
}

/// Risks: each in a sentence, and their figures.
struct RiskSheet {
  let result: ResultSet
  let evidence: EvidenceTables

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "Risk", "Each risk as it stands (net), without controls (gross) and with what is planned (target)")
    sheet.widths([10, 44, 20, 10])
    sheet.width(14, columns: 4...11)
    var row = sheet.sentences(3, SheetWords.risks(result, evidence), columns: 12, letters: 185)
    let rows = evidence.risks
    guard !rows.isEmpty else { return sheet.printed(last: row, columns: 12) }
    row += 1
    sheet.text(row, 0, "Figures of each risk", .subtitle)
    for (index, item) in rows.enumerated() { fill(item, row + 2 + index, sheet) }
    sheet.table(
      "tblRisks", header: row + 1,
      [
        "Risk", "Title", "Owner", "State", "Likelihood", "Lower end (95%)", "Upper end (95%)",
        "Likelihood band",
        "Impact band", "Score", "Rating", "Mean impact, £ nominal",
      ], rows: rows.count, isRepeated: true, lines: 2)
    sheet.printed(last: row + 1 + rows.count, columns: 12)
  }

  private func fill(_ item: RiskRow, _ row: Int, _ sheet: XlsxSheet) {
    sheet.text(row, 0, item.id)
    sheet.text(row, 1, item.title, .wrapped)
    sheet.text(row, 2, item.owner, .wrapped)
    sheet.heighten(row, [(item.title, 44), (item.owner, 20)])
    sheet.text(row, 3, item.state.rawValue)
    if item.likelihood.trials > 0 {
      let interval = item.likelihood.interval
      for (column, share) in [item.likelihood.share, interval.lower, interval.upper].enumerated() {
        sheet.number(row, column + 4, share, .share)
      }
    }
    for (column, band) in [item.likelihoodBand, item.impactBand, item.score].enumerated() {
      sheet.number(row, column + 7, Double(band), .whole)
    }
    let style: XlsxBook.Style =
      item.rating.hasPrefix("r")
      ? .red : item.rating.hasPrefix("a") ? .amber : item.rating.hasPrefix("g") ? .green : .plain
    sheet.text(row, 10, item.ratingWords, style)
    sheet.number(row, 11, item.cost.mean, .pounds)
  }
}

/// The last sheet: every table of evidence as it stands in the folder.
struct DataSheet {
  let evidence: EvidenceTables

  /// Rows of one table that the sheet holds; the file has them all.
  private static let most = 20_000
  private static let verbs = ["risk", "finance", "hr", "vacancy-factor"]

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "Data", "The tables of evidence as they stand in the folder of the result; only this list is printed")
    sheet.widths([38, 44])
    sheet.width(16, columns: 2...40)
    let made = Self.verbs.flatMap { evidence.made(by: $0) }
    guard !made.isEmpty else {
      sheet.text(
        3, 0,
        "None is made yet: `caseload risk`, `finance` and `hr` make them; then make the workbook again.",
        .note)
      return sheet.printed(last: 4, columns: 4)
    }
    var row = 6 + made.count
    for (index, (file, rows)) in made.enumerated() {
      let shown = rows.prefix(Self.most)
      sheet.texts(4 + index, [file.name, file.title])
      sheet.number(4 + index, 2, Double(rows.count), .whole)
      sheet.number(4 + index, 3, Double(row + 1), .whole)
      row = fill(file, shown, sheet, row)
      if rows.count > shown.count {
        sheet.text(row, 0, "\(rows.count - shown.count) more rows are in the file.", .note)
        row += 1
      }
      row += 1
    }
    sheet.table("tblData", header: 3, ["File", "What it is", "Rows", "Stands in row"], rows: made.count)
    sheet.printed(last: 3 + made.count, columns: 4)
  }

  private func fill(_ file: EvidenceFile, _ rows: ArraySlice<[String]>, _ sheet: XlsxSheet, _ first: Int)
    -> Int
  {
    sheet.text(first, 0, "\(file.title) (\(file.name))", .subtitle)
    let styles = file.names.map(Self.style)
    var row = first + 2
    for cells in rows {
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        sheet.cell(row, column, cell, styles[column])
      }
      row += 1
    }
    let stem = file.name.split(separator: ".").first.map(String.init) ?? file.name
    sheet.table("tblData_\(stem)", header: first + 1, file.names, rows: rows.count)
    return row
  }

  /// By what the names of columns say: pounds, or a plain number.
  private static func style(of column: String) -> XlsxBook.Style {
    column.contains("gbp") || column.contains("npv") ? .pounds : .plain
  }
}
