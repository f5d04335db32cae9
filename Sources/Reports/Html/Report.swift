import Charts
import Results

/// A finished result as pages: everything is drawn from the tables of its folder.
package struct Report: Sendable {
  let result: ResultSet
  let evidence: EvidenceTables
  /// The folder, as a reader would type it to draw the report again.
  let folder: String

  package init(_ result: ResultSet, evidence: EvidenceTables = EvidenceTables(), folder: String) {
    (self.result, self.evidence, self.folder) = (result, evidence, folder)
  }

  /// The same for a place where no pages of single risks stand.
  var withoutRiskPages: Report { Report(result, evidence: evidence.withoutRiskPages, folder: folder) }

  /// One section of the page; left out where it is empty.
  private struct Section {
    let id, title: String
    var figures: [Figure] = []
    /// Markup before the figures, and after them.
    var before = "", after = ""
  }

  /// In the order of a reader's questions: what is likely, how sure, what drives it, the risks, money, staff, what it
  /// rests on, how it was made; the scenario's own names come last.
  private var sections: [Section] {
    let standard = StandardFigures(result, thresholds: evidence.thresholds)
    let found = EvidenceFigures(evidence)
    return [
      Section(
        id: "likely", title: "What is likely", figures: standard.children,
        before: HeadlineSection(result).html),
      Section(id: "sure", title: "How sure this is", before: SureSection(result).html),
      Section(
        id: "drives", title: "What drives it", figures: standard.drivers + found.drivers,
        before: DriverSection(result).html, after: found.growthTables),
      Section(
        id: "risk", title: "Risks", figures: found.risk + standard.levels,
        before: RiskSection(result, evidence: evidence).html, after: found.riskTables),
      Section(
        id: "money", title: "Money", figures: standard.cost + found.cost,
        after: CostSection(result, evidence: evidence).html),
      Section(
        id: "staff", title: "Staff", figures: standard.workforce + found.people, after: found.peopleTables),
      Section(
        id: "evidence", title: "What it rests on",
        before: BenchmarkSection(result).html + InputSection(result, evidence.influence).html),
      Section(
        id: "method", title: "How it was made",
        before: CheckSection(result).html + MethodSection(result).html
          + AgainSection(result, folder: folder, evidence: evidence).html),
      Section(id: "values", title: "Every value that was set", before: ValuesSection(result).html),
    ].filter { !($0.before + $0.after).isEmpty || !$0.figures.isEmpty }
  }

  /// The figures of the report in their order.
  var figures: [Figure] { sections.flatMap(\.figures) }

  /// The report as one page of HTML.
  package var page: [UInt8] {
    var number = 0
    let sections = sections.map { section in
      let figures = section.figures.map { figure in
        number += 1
        return figure.html(number: number)
      }.joined()
      return (section.id, section.title, section.before + figures + section.after)
    }
    var body = TitleSection(result).html
    body += "<nav aria-label=\"Contents\"><ul>\n"
    for (id, title, _) in sections { body += "<li><a href=\"#\(id)\">\(title)</a></li>\n" }
    body += "</ul></nav>\n"
    body += sections.map { Html.section($0, $1, $2) }.joined()
    return HtmlPage(title: "\(result.manifest.title): report", origin: result.manifest.originLine).text(body)
  }

  /// One side of paper for a committee.
  package var boardPaper: [UInt8] {
    HtmlPage(
      title: "\(result.manifest.title): board paper", origin: result.manifest.shortOrigin, isOnePage: true
    ).text(BoardPaper(result, evidence: evidence).html)
  }

  /// Every figure as a Vega-Lite specification: name and text.
  package var vegaLite: [(name: String, bytes: [UInt8])] { figures.map(\.vegaLiteFile) }
}

extension Manifest {
  /// What the scenario is called; never empty.
  var title: String { scenario.isEmpty ? "Result" : scenario }

  /// From what a page was made: seed, scenario, version and data.
  var originLine: String {
    "caseload \(modelVersion), scenario \(scenarioHash.prefix(12)), seed \(seed), "
      + "\(Words.futures(replicationsDone)), data as of \(dataAsOf). "
      + "A model, not a forecast: read what it rests on before using any figure."
  }

  /// The same for a committee, without what only a modeller needs.
  var shortOrigin: String {
    "caseload \(modelVersion), scenario \(scenarioHash.prefix(12)), \(Words.futures(replicationsDone)), data as of "
      + "\(dataAsOf). The full report has every figure and where it comes from."
  }
}
