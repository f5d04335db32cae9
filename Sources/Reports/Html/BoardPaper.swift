import Charts
import Parameters
import Results

/// One side of A4 for a committee: the question, what is likely, what it costs, the risks, and what it rests on.
struct BoardPaper {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) {
    self.result = result
    self.evidence = evidence
  }

  var html: String {
    let m = result.manifest
    var text = Html.heading(1, m.title)
    text += Html.paragraph(
      (m.question.isEmpty ? "" : m.question + " ")
        + "Simulated \(Words.count(m.replicationsDone, "time")) from \(m.startDate) to \(m.endDate).", "lead")
    if !m.checksHold || result.checks.contains(where: { !$0.holds }) || m.interrupted {
      text +=
        "<div class=\"notice\" role=\"note\">"
        + Html.paragraph("The run is unfinished or does not balance: do not base decisions on these figures.")
        + "</div>\n"
    }
    text += section("likely", "What is likely", Html.list(findings) + headlines)
    text += figure
    text += section("risks", "Risks", Html.list(risks))
    text += section("rests", "What it rests on", Html.list(rests))
    return text
  }

  private func section(_ id: String, _ title: String, _ body: String) -> String {
    Html.section(id, title, body)
  }

  private var stories: [SeriesStory] {
    Series.Subject.allCases.compactMap { subject in
      result.series.headlines.first { $0.hasFan && $0.subject == subject }
    }.compactMap { SeriesStory(place: $0.place, label: $0.label, of: result) }
  }

  private var findings: [String] { stories.map { $0.finding + "." } }

  private var headlines: String {
    let table = HeadlineTable(result)
    let keep = Set([
      "Children looked after", "On child protection plans", "Turnover", "Agency", "Cases", "Cost", "Vacancy",
    ])
    let rows = table.cells.filter { row in keep.contains { row[0].hasPrefix($0) } }
    guard !rows.isEmpty else { return "" }
    return Html.table(
      caption: "Median and 80% range", columns: ["Measure"] + table.titles, rows: rows,
      numeric: Set(1...table.titles.count))
  }

  private var figure: String {
    guard let story = stories.first else { return "" }
    let id = "board-\(story.series.measure)"
    return "<figure id=\"\(id)\">\n"
      + story.fan().svg(id: id, title: story.finding, description: story.description)
      + "<figcaption>\(Html.escape(story.quantity))\(Html.escape(story.fanCaution)). The report has the figures as a table.</figcaption></figure>\n"
  }

  private var risks: [String] {
    let found = RiskFigures(evidence).lines
    if !found.isEmpty { return found }
    return RiskLines(result).sentences
      + [NoticeLine(result).sentence].compactMap { $0 }.map { "Notice to improve: \($0)" }
      + ["No risk has been rated yet: run `caseload risk`, and this page will show the result."]
  }

  private var rests: [String] {
    let assumptions = Assumptions(result.parameters)
    let section = ObservedSection(result)
    var lines = [
      "Evidence for the \(Words.count(assumptions.rated.count, "value")) that were set: \(assumptions.counts)."
    ]
    let red = assumptions.rated.prefix { $0.rating == .red }.prefix(3).map(\.row.path)
    if !red.isEmpty { lines.append("Without a source or a reason: \(red.joined(separator: ", ")).") }
    if !section.pairs.isEmpty {
      lines.append(
        "\(section.pairs.count { $0.isInside == true }) of \(Words.count(section.pairs.count, "published figure")) after "
          + "the start lie inside the 80% range; about four in five would if the ranges were right.")
    }
    let warnings = result.allWarnings
    lines += warnings.prefix(2)
    if warnings.count > 2 { lines.append("\(warnings.count - 2) more warnings are in the report.") }
    return lines
  }
}
