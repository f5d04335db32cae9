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

  /// The figures of the report in their order.
  var figures: [Figure] {
    standard.all + EvidenceFigures(evidence).all
  }

  private var standard: StandardFigures {
    StandardFigures(result, thresholds: evidence.thresholds)
  }

  /// The report as one page of HTML.
  package var page: [UInt8] {
    let standard = standard
    let fromEvidence = EvidenceFigures(evidence)
    var number = 0
    func html(_ figures: [Figure]) -> String {
      figures.map { figure in
        number += 1
        return figure.html(number: number)
      }.joined()
    }
    var sections = [
      ("assumptions", "What it rests on", AssumptionSection(result).html),
      ("headlines", "Headlines", HeadlineSection(result).html),
      ("children", "Children", html(standard.children)),
      ("workforce", "Workforce", html(standard.workforce)),
      ("cost", "Cost", html(standard.cost) + CostSection(result).html),
      ("published", "Published beside simulated", PublishedSection(result).html),
    ]
    let risk = html(fromEvidence.risk) + fromEvidence.riskTables
    let growth = html(fromEvidence.growth) + fromEvidence.growthTables
    let people = html(fromEvidence.people) + fromEvidence.peopleTables
    for (id, title, body) in [
      ("risk", "Risk evidence", risk), ("growth", "The cost of growth", growth),
      ("staying", "Who stays", people),
    ] where !body.isEmpty {
      sections.append((id, title, body))
    }
    sections += [
      ("checks", "Checks", CheckSection(result).html), ("warnings", "Warnings", WarningSection(result).html),
      ("method", "Method", MethodSection(result).html),
      ("again", "How to draw this again", AgainSection(result, folder: folder, evidence: evidence).html),
    ]
    sections = sections.filter { !$0.2.isEmpty }
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
      title: "\(result.manifest.title): board paper", origin: result.manifest.originLine, isOnePage: true
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
      + "\(Words.count(replicationsDone, "replication")), data as of \(dataAsOf). "
      + "A model, not a forecast: read what it rests on before using any figure."
  }
}
