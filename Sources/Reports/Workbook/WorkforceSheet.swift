import CXlsxWriter
import Results

/// The workforce by financial year, and the tables of `caseload hr` where they are there.
struct WorkforceSheet {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) {
    self.result = result
    self.evidence = evidence
  }

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "HR", "The workforce by financial year: flows summed, stocks at 31 March; median with P10 and P90")
    let years = Horizon.financialYears(of: result)
    let places = result.series.indicators
    guard !years.isEmpty, !places.isEmpty else {
      return sheet.text(3, 0, "This result has no measures of the workforce.", .note)
    }
    sheet.widths([36, 26, 12, 10])
    sheet.width(12, columns: 4...(years.count + 3))
    sheet.header(3, ["Measure", "Of", "Unit", "Quantile"] + years, freezing: 4)
    var rows: [SeriesYear: Estimate] = [:]
    for row in result.years where row.workforceYear == nil {
      rows[SeriesYear(series: row.series, year: row.financialYear)] = row.estimate
    }
    var row = 4
    for place in places {
      let series = result.series[place]
      let style = series.unit.form.cellStyle
      for (name, quantile) in [("P10", \Estimate.p10), ("median", \.p50), ("P90", \.p90)] {
        sheet.texts(
          row, [series.measure, Horizon.words(series.breakdown), series.unit.symbol, name],
          name == "median" ? .bold : .plain)
        for (column, year) in years.enumerated() {
          guard let estimate = rows[SeriesYear(series: place, year: year)], estimate.n > 0 else { continue }
          sheet.number(row, column + 4, estimate[keyPath: quantile], style)
        }
        row += 1
      }
    }
    EvidenceSheet(evidence, verb: "hr", title: "HR").fillTables(sheet, from: row + 2)
  }

  private struct SeriesYear: Hashable {
    let series: Int
    let year: String
  }
}

/// A sheet of the tables that another verb put into the folder.
struct EvidenceSheet {
  let evidence: EvidenceTables
  let verb: String
  let title: String

  init(_ evidence: EvidenceTables, verb: String, title: String) {
    (self.evidence, self.verb, self.title) = (evidence, verb, title)
  }

  /// Rows of one table that the sheet holds; the file has them all.
  private static let most = 20_000

  func fill(_ sheet: XlsxSheet) {
    sheet.title(title, "As `caseload \(verb)` wrote it to the folder of the result")
    sheet.width(20, columns: 0...40)
    fillTables(sheet, from: 3)
  }

  func fillTables(_ sheet: XlsxSheet, from first: Int) {
    let made = evidence.made(by: verb)
    guard !made.isEmpty else {
      return sheet.text(
        first, 0, "Not made yet: `caseload \(verb)` makes these tables; then make the workbook again.", .note)
    }
    var row = first
    for (file, rows) in made {
      sheet.text(row, 0, "\(file.title) (\(file.name))", .subtitle)
      sheet.texts(row + 1, file.names, .header)
      row += 2
      for cells in rows.prefix(EvidenceSheet.most) {
        for (column, cell) in cells.enumerated() where !cell.isEmpty {
          sheet.cell(row, column, cell, EvidenceSheet.style(of: file.names[column]))
        }
        row += 1
      }
      if rows.count > EvidenceSheet.most {
        sheet.text(row, 0, "\(rows.count - EvidenceSheet.most) more rows are in the file.", .note)
        row += 1
      }
      row += 2
    }
    if first == 3 { worksheet_freeze_panes(sheet.sheet, 3, 1) }
  }

  /// By what the names of columns say: pounds, or a plain number.
  private static func style(of column: String) -> XlsxBook.Style {
    column.contains("gbp") || column.contains("npv") ? .pounds : .plain
  }
}
