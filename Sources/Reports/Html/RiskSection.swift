import Results

/// The risks of the register in sentences, each with its own page where there is one.
struct RiskSection {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) { (self.result, self.evidence) = (result, evidence) }

  var html: String {
    let net = evidence.risks.filter { $0.state == .net }
    guard !net.isEmpty else {
      let sentences = RiskLines(result).sentences
      return Html.paragraph(
        "No risk has been rated yet: run `caseload risk`, and this page will show the result.", "soft")
        + Html.list(sentences.map(Words.plain))
    }
    let pages = net.compactMap { risk in
      evidence.riskPages[risk.id].map {
        (words: "\(risk.id) \(risk.title): the page of this risk", place: $0)
      }
    }
    return Html.list(RiskFigures(evidence).lines.map(Words.plain)) + Html.links(pages)
  }
}
