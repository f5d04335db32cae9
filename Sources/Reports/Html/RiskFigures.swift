import Charts

/// The risk matrix, from the rows of `risk_evidence.csv`.
struct RiskFigures {
  let evidence: EvidenceTables

  init(_ evidence: EvidenceTables) { self.evidence = evidence }

  var matrix: Figure? {
    guard let table = evidence["risk_evidence.csv"],
      table.has("risk_id", "title", "state", "likelihood_band", "impact_band"), !table.rows.isEmpty
    else { return nil }
    func band(_ row: [String], _ column: String) -> Int { Int(table.number(row, column) ?? 0) }
    func place(_ id: String, _ state: String) -> RiskMatrix.Place? {
      let row = table.rows.first { table.cell($0, "risk_id") == id && table.cell($0, "state") == state }
      return row.map { .init(likelihood: band($0, "likelihood_band"), impact: band($0, "impact_band")) }
    }
    let highest = table.rows.map { max(band($0, "likelihood_band"), band($0, "impact_band")) }.max() ?? 4
    let size = highest > 4 ? 5 : 4
    func names(_ number: String, _ label: String) -> [String] {
      (1...size).map { wanted in
        let row = table.rows.first { band($0, number) == wanted }
        let name = row.map { table.cell($0, label) } ?? ""
        return name.isEmpty ? "\(wanted)" : "\(wanted) \(name)"
      }
    }
    var ratings = Array(repeating: Array(repeating: Character(" "), count: size), count: size)
    for row in table.rows {
      let (likelihood, impact) = (band(row, "likelihood_band"), band(row, "impact_band"))
      guard (1...size).contains(likelihood), (1...size).contains(impact),
        let letter = table.cell(row, "rag").uppercased().first, "RAG".contains(letter)
      else { continue }
      ratings[likelihood - 1][impact - 1] = letter
    }
    let risks = table.rows.map { table.cell($0, "risk_id") }.uniqued.map { id in
      RiskMatrix.Risk(
        id: id,
        title: table.rows.first { table.cell($0, "risk_id") == id }.map { table.cell($0, "title") } ?? "",
        gross: place(id, "gross"), net: place(id, "net"), target: place(id, "target"))
    }
    let red = table.rows.filter {
      table.cell($0, "state") == "net" && table.cell($0, "rag").uppercased().hasPrefix("R")
    }
    return Figure(
      id: "risk-matrix",
      finding: "\(red.count) of \(Words.count(risks.count, "risk")) "
        + (red.count == 1 ? "is" : "are") + " rated red with the controls in force",
      description:
        "A matrix of likelihood against impact with each risk gross, net and target; arrows lead from one "
        + "state to the next. " + lines.joined(separator: " "),
      source: "risk_evidence.csv; cells without a letter hold no risk",
      chart: RiskMatrix(
        likelihoods: names("likelihood_band", "likelihood_label"),
        impacts: names("impact_band", "impact_label"),
        ratings: ratings, risks: risks))
  }

  /// Each risk as it stands (net) in one sentence.
  var lines: [String] {
    guard let table = evidence["risk_evidence.csv"] else { return [] }
    return table.rows.filter { table.cell($0, "state") == "net" }.map { row in
      var text = "\(table.cell(row, "risk_id")) \(table.cell(row, "title")): "
      let trials = Int(table.number(row, "n_reps") ?? 0)
      let hits = Int(table.number(row, "breaches") ?? 0)
      if trials > 0, let low = table.number(row, "p_ci_lo"), let high = table.number(row, "p_ci_hi") {
        text += Likelihood.phrase(hits: hits, of: trials, interval: (low, high))
      } else {
        text += "likelihood band \(table.cell(row, "likelihood_band"))"
      }
      text += ", impact \(table.cell(row, "impact_label")), rated \(table.cell(row, "rag"))"
      let confidence = table.cell(row, "confidence")
      return text + (confidence.isEmpty ? "." : "; confidence \(confidence).")
    }
  }
}
