import CXlsxWriter
import Parameters
import Results

/// The workforce by financial year: what it comes to in sentences, and each measure.
struct WorkforceSheet {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) {
    self.result = result
    self.evidence = evidence
  }

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "HR",
      "The workforce by financial year: flows summed, stocks at 31 March; 8 in 10 simulated futures lie between Low and High"
    )
    let years = Horizon.financialYears(of: result)
    let places = result.series.indicators
    guard !years.isEmpty, !places.isEmpty else {
      return sheet.text(3, 0, "This result has no measures of the workforce.", .note)
    }
    sheet.widths([38, 26, 12, 20])
    sheet.width(11, columns: 4...(years.count + 3))
    let columns = 4 + years.count
    let said =
      SheetWords.staff(result, evidence) + (evidence.made(by: "hr").isEmpty ? [SheetWords.missing("hr")] : [])
    let header = sheet.sentences(3, said, columns: columns, letters: 90 + 11 * years.count) + 1
    var rows: [SeriesYear: Estimate] = [:]
    for row in result.years where row.workforceYear == nil {
      rows[SeriesYear(series: row.series, year: row.financialYear)] = row.estimate
    }
    var row = header + 1
    // The whole service and its roles are printed; teams and reasons stand below them.
    let ordered = places.filter(isOfRole) + places.filter { !isOfRole($0) }
    var printed = header
    for place in ordered {
      let series = result.series[place]
      let style = series.unit.form.cellStyle
      for (name, quantile) in [
        (SheetWords.low, \Estimate.p10), (SheetWords.middle, \.p50), (SheetWords.high, \.p90),
      ] {
        sheet.texts(
          row, [self.name(of: series), Phrase.words(series.breakdown), series.unit.symbol, name],
          quantile == \Estimate.p50 ? .bold : .plain)
        for (column, year) in years.enumerated() {
          guard let estimate = rows[SeriesYear(series: place, year: year)], estimate.n > 0 else { continue }
          sheet.number(row, column + 4, estimate[keyPath: quantile], style)
        }
        row += 1
      }
      if isOfRole(place) { printed = row - 1 }
    }
    sheet.table(
      "tblWorkforce", header: header, ["Measure", "Of", "Unit", "Range"] + years, rows: row - header - 1,
      isRepeated: true, freezing: 4, numbersFrom: 4)
    retention(sheet, row + 2)
    sheet.printed(last: printed, columns: columns)
  }

  /// What people call a measure; as files name it where no page shows it by itself.
  private func name(of series: Series) -> String {
    let words = series.label.isEmpty ? Phrase.words(series.measure) : series.label
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether a series is of the whole service or of one role.
  private func isOfRole(_ place: Int) -> Bool {
    let part = result.series[place].breakdown
    return part.isEmpty || part.hasPrefix("role=")
  }

  /// How long workers stay, at whole years.
  private func retention(_ sheet: XlsxSheet, _ first: Int) {
    let rows = evidence.retention.filter { $0.years == $0.years.rounded() && $0.isBegun && $0.years <= 10 }
    guard !rows.isEmpty else { return }
    sheet.text(first, 0, "Share of staff still with the council after so many years", .subtitle)
    for (index, item) in rows.enumerated() {
      let row = first + 2 + index
      sheet.text(row, 0, RetentionRow.name(item.role))
      sheet.number(row, 1, item.years, .whole)
      for (column, share) in [item.survival, item.lower, item.upper].enumerated() {
        sheet.number(row, column + 2, share, .share)
      }
    }
    sheet.table(
      "tblRetention", header: first + 1,
      ["Role", "Years of service", "Still there", "Lower end of the 95% interval", "Upper end"],
      rows: rows.count)
  }

  private struct SeriesYear: Hashable {
    let series: Int
    let year: String
  }
}
