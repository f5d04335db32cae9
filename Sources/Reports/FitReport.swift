import Notation
import Results

/// What a fit came to: the values, and every figure it looked at.
package struct FitReport: Sendable {
  package let title: String
  package let manifest: Manifest
  package let rows: [FitRow]
  package let values: [FitValueRow]
  /// What the reader must know beside the numbers.
  package let remarks: [String]

  package init(title: String, manifest: Manifest, rows: [FitRow], values: [FitValueRow], remarks: [String]) {
    (self.title, self.manifest, self.rows, self.values) = (title, manifest, rows, values)
    self.remarks = remarks
  }

  /// Writes `fit.csv`, the overlay and the manifest; the folder still has to be committed.
  package func write(overlay: String, to folder: OutputFolder) throws(OutputFailure) {
    try folder.write(Array(overlay.utf8), as: ResultFile.fittedValues)
    try folder.write(Tables.fit, rows, manifest)
  }

  /// The fitted values as JSON.
  package var answer: JSONValue {
    .array(
      values.map { value in
        .object([
          "path": .string(value.path), "unit": .string(value.unit), "start": .number(value.start),
          "low": .number(value.low), "high": .number(value.high), "fitted": .number(value.fitted),
          "fitted_low": .number(value.fittedLow), "fitted_high": .number(value.fittedHigh),
          "narrowed": .number(value.narrowed), "verdict": .string(value.verdict),
        ])
      })
  }

  // MARK: Text

  /// The report as lines of at most `width` characters (60 at least), ended by a line feed.
  package func text(width: Int = 100, colour: Bool = false) -> String {
    let width = max(60, width)
    let style = TextStyle(hasColour: colour)
    var lines = [style.heading(title), ""]
    lines += valueLines(width, style) + [""] + figureLines(width, style) + [""]
    for use in [true, false] {
      let of = rows.filter { $0.isFitted == use && $0.isInside != nil }
      guard !of.isEmpty else { continue }
      let wide = of.count { $0.isNarrow == false }
      lines += Prose.wrap(
        "\(use ? "Fitted" : "Held out"): \(of.count { $0.isInside == true }) of "
          + "\(Words.count(of.count, "published figure")) lie inside the simulated 80% range; "
          + "\(wide) of the ranges are wider than is useful.", width: width)
    }
    for remark in remarks { lines += Prose.wrap(remark, width: width) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func valueLines(_ width: Int, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
    table.add(
      ["Fitted value", "start", "low–high", "fitted", "range", "narrowed", ""], style: style.heading)
    for value in values {
      func digits(_ number: Double) -> String { PlainNumber.text(number, digits: 4) }
      table.add([
        value.path, digits(value.start), "\(digits(value.low))–\(digits(value.high))", digits(value.fitted),
        "\(digits(value.fittedLow))–\(digits(value.fittedHigh))",
        Phrase.percent(value.narrowed, decimals: 0), value.verdict,
      ])
    }
    return table.lines(width: width)
  }

  private func figureLines(_ width: Int, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .right, .right, .right, .right, .left, .right, .left])
    table.add(
      ["Figure", "date", "published", "before", "P10–P50–P90", "lies", "± %", "use"], style: style.heading)
    for row in rows {
      let format = MeasureFormat(unit: row.figure.unit)
      let name = row.figure.measure + (row.figure.breakdown.isEmpty ? "" : " \(row.figure.breakdown)")
      let range =
        row.after.map { e in [e.p10, e.p50, e.p90].map { format.bare($0) }.joined(separator: "–") } ?? "–"
      let isAbove = row.after.map { row.figure.value > $0.p90 } ?? false
      let verdict = row.isInside.map { $0 ? "inside" : isAbove ? "ABOVE" : "BELOW" } ?? "–"
      let wide = row.isNarrow == false ? " WIDE" : ""
      let cells = [
        name + format.labelEnding, row.figure.date.description,
        row.figure.told.map { format.bare($0) } ?? SmallCount.words,
        format.bare(row.before?.p50 ?? .nan), range, verdict,
        (row.halfWidth.map { Phrase.number($0 * 100, decimals: 0) } ?? "–") + wide,
        row.isFitted ? "fitted" : "held out",
      ]
      table.add(cells) { row.isInside == false || row.isNarrow == false ? style.warning($0) : $0 }
    }
    return table.lines(width: width)
  }
}
