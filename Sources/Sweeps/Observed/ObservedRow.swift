import Dates
import Parameters
import Results
import ScenarioFiles

/// One row of a file of published figures, taken as what a run could be compared with.
struct ObservedRow {
  /// In the order of `ObservedFile.columns`.
  let cells: [GivenTable.Cell]
  let table: GivenTable
  /// What a run watches; empty where nobody asks.
  let watched: [Series]

  struct Problem: Error {
    let finding: Finding
  }

  private static let statuses = ["ok", "revised", "provisional", "suppressed", unmodelled]
  /// Of a figure that nothing simulated stands beside, and that is kept all the same.
  private static let unmodelled = "unmodelled"

  /// The figure; nil where it is suppressed and nothing is known of what it may be. Small counts of children are known to be
  /// that, whether the file gives them or not.
  func figure() throws(Problem) -> ObservedFigure? {
    let (measure, breakdown, unit) = (cells[0].text, cells[1].text, cells[4].text)
    let status = cells[5].text
    let series = try series(isKept: status == Self.unmodelled)
    guard let date = CivilDate(iso: cells[2].text) else {
      throw problem(
        2, "not-a-date", "\"\(cells[2].text)\" is not a date that exists.",
        "write year, month and day as 2015-03-31")
    }
    if let series { try compare(date, with: series) }
    guard Self.statuses.contains(status) else {
      let near = Suggestion.nearest(to: status, among: Self.statuses)
      throw problem(
        5, "unknown-choice",
        "The status \"\(status)\" is not one of \(Self.statuses.joined(separator: ", ")).",
        near.map { "did you mean \"\($0)\"?" } ?? "write ok")
    }
    let isChildren = series.map(Self.countsChildren) ?? (unit == Unit.children.symbol)
    if status == "suppressed", !isChildren { return nil }
    let given = status == "suppressed" ? SmallCount.middle : try value(unit: unit, of: series)
    let isSmall = isChildren && given > 0 && given < SmallCount.leastTold
    let value = isSmall ? SmallCount.middle : given
    guard !cells[6].text.isEmpty || status == "suppressed" else {
      throw problem(
        6, "no-release", "The release is empty: every published figure names where it is from.",
        "write the title and date of the publication")
    }
    return ObservedFigure {
      ($0.measure, $0.breakdown, $0.date, $0.value) = (measure, breakdown, date, value)
      $0.isSmall = isSmall
      ($0.unit, $0.release, $0.note) = (unit, cells[6].text, cells[7].text)
    }
  }

  /// Whether a series counts children, at a day or over a year.
  private static func countsChildren(_ series: Series) -> Bool {
    series.subject == .children && (series.gathering == .flow || series.gathering == .stock)
      && series.unit != .share
  }

  /// The series that the row is of; nil where nobody asks, and where it is kept though there is none.
  private func series(isKept: Bool) throws(Problem) -> Series? {
    let (measure, breakdown) = (cells[0].text, cells[1].text)
    guard !measure.isEmpty else {
      throw problem(0, "no-measure", "The measure is empty.", "caseload measures lists them")
    }
    guard breakdown.isEmpty || breakdown.split(separator: "=", omittingEmptySubsequences: false).count == 2
    else {
      throw problem(
        1, "unknown-breakdown", "The breakdown \"\(breakdown)\" is not of the form key=value.",
        "write for example role=social_worker, or leave it empty")
    }
    guard !watched.isEmpty else { return nil }
    if let found = watched.first(where: { $0.measure == measure && $0.breakdown == breakdown }) {
      return found
    }
    guard !isKept else { return nil }
    let parts = watched.filter { $0.measure == measure }.map(\.breakdown)
    guard parts.isEmpty else {
      let near = Suggestion.nearest(to: breakdown, among: parts.filter { !$0.isEmpty })
      throw problem(
        1, "unknown-breakdown",
        breakdown.isEmpty ? "\(measure) is only there in parts." : "\(measure) has no part \"\(breakdown)\".",
        near.map { "did you mean \"\($0)\"?" }
          ?? "give it the status \(Self.unmodelled) if no part of the model is it; there are for example "
          + parts.filter { !$0.isEmpty }.prefix(4).joined(separator: ", "))
    }
    let near = Suggestion.nearest(to: measure, among: watched.map(\.measure))
    throw problem(
      0, "unknown-measure", "There is no measure \"\(measure)\".",
      near.map { "did you mean \"\($0)\"?" } ?? "caseload measures lists them")
  }

  /// Refuses a day on which the series is never read, so that the figure would never be compared.
  private func compare(_ date: CivilDate, with series: Series) throws(Problem) {
    let (_, month, day) = date.civil
    if series.gathering.isReadAtDate {
      guard date.adding(days: 1).civil.day != 1 else { return }
      throw problem(
        2, "not-month-end", "\(series.measure) is read at month ends, and \(date) is none.",
        "write the last day of the month")
    }
    guard (month, day) != (3, 31), !(series.hasWorkforceYear && (month, day) == (9, 30)) else { return }
    throw problem(
      2, "not-year-end",
      "\(series.measure) is counted over a year to 31 March\(series.hasWorkforceYear ? " or 30 September" : ""), "
        + "and \(date) ends none.", "give a year's figure, with the last day of the year")
  }

  private func value(unit: String, of series: Series?) throws(Problem) -> Double {
    guard let value = Double(cells[3].text), value.isFinite else {
      throw problem(
        3, "not-a-number", "\"\(cells[3].text)\" is not a number.",
        "write digits and a decimal point, as 0.172")
    }
    guard !unit.isEmpty else {
      throw problem(4, "no-unit", "The unit is empty.", "write \(series?.unit.symbol ?? "it")")
    }
    if let series, !Unit(unit).isComparable(with: series.unit) {
      throw problem(
        4, "wrong-unit", "The unit of \(series.measure) is \"\(series.unit)\", not \"\(unit)\".",
        "give the value in that unit")
    }
    let range = series?.range ?? Unit(unit).range
    guard range.contains(value) else {
      let isPercent = range.upperBound == 1 && value > 1 && value <= 100
      throw problem(
        3, "out-of-range",
        "\(cells[0].text) cannot be \(cells[3].text): it is \(range.text)\(isPercent ? ", a share of 1" : "").",
        isPercent ? "write \(value / 100) for \(cells[3].text)%" : "check the figure and its unit")
    }
    return value
  }

  private func problem(_ cell: Int, _ code: String, _ message: String, _ help: String) -> Problem {
    Problem(finding: table.error(code, cells[cell].place, message, help: help))
  }
}
