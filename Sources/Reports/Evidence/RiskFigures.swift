import Charts
import Results

/// The risk matrix, and each risk in one sentence.
struct RiskFigures {
  let risks: [RiskRow]

  init(_ evidence: EvidenceTables) { risks = evidence.risks }

  private var net: [RiskRow] { risks.filter { $0.state == .net } }

  var matrix: Figure? {
    guard !risks.isEmpty else { return nil }
    let highest = risks.map { max($0.likelihoodBand, $0.impactBand) }.max() ?? 4
    let size = highest > 4 ? 5 : 4
    func names(_ band: KeyPath<RiskRow, Int>, _ label: KeyPath<RiskRow, String>) -> [String] {
      (1...size).map { wanted in
        let name = risks.first { $0[keyPath: band] == wanted }?[keyPath: label] ?? ""
        return name.isEmpty ? "\(wanted)" : "\(wanted) \(name)"
      }
    }
    var ratings = Array(repeating: Array(repeating: Character(" "), count: size), count: size)
    for risk in risks {
      guard (1...size).contains(risk.likelihoodBand), (1...size).contains(risk.impactBand),
        let letter = risk.rating.uppercased().first, "RAG".contains(letter)
      else { continue }
      ratings[risk.likelihoodBand - 1][risk.impactBand - 1] = letter
    }
    let placed = risks.map(\.id).uniqued.map { id in
      let states = risks.filter { $0.id == id }
      func place(_ state: RiskRow.State) -> RiskMatrix.Place? {
        states.first { $0.state == state }.map { .init(likelihood: $0.likelihoodBand, impact: $0.impactBand) }
      }
      return RiskMatrix.Risk(
        id: id, title: states[0].title, gross: place(.gross), net: place(.net), target: place(.target))
    }
    let red = net.count { $0.rating.uppercased().hasPrefix("R") }
    return Figure(
      id: "risk-matrix",
      finding:
        "\(red) of \(Words.count(placed.count, "risk")) \(red == 1 ? "is" : "are") rated red with the controls "
        + "in force",
      description:
        "A matrix of likelihood against impact with each risk gross, net and target; arrows lead from one "
        + "state to the next. " + lines.joined(separator: " "),
      source: "risk_evidence.csv; cells without a letter hold no risk",
      chart: RiskMatrix(
        likelihoods: names(\.likelihoodBand, \.likelihoodLabel), impacts: names(\.impactBand, \.impactLabel),
        ratings: ratings, risks: placed))
  }

  /// Each risk as it stands (net) in one sentence.
  var lines: [String] {
    net.map { risk in
      let likelihood =
        risk.likelihood.trials > 0 ? risk.likelihood.phrase : "likelihood band \(risk.likelihoodBand)"
      return "\(risk.id) \(risk.title): \(likelihood), impact \(risk.impactLabel), rated \(risk.rating)"
        + (risk.confidence.isEmpty ? "." : "; confidence \(risk.confidence).")
    }
  }
}
