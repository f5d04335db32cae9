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
      func allowed(_ state: RiskRow.State) -> ClosedRange<Int>? {
        states.first { $0.state == state && !$0.isRatingCertain && $0.lowestScore <= $0.highestScore }.map {
          $0.lowestScore...$0.highestScore
        }
      }
      func place(_ state: RiskRow.State) -> RiskMatrix.Place? {
        states.first { $0.state == state }.map {
          .init(likelihood: $0.likelihoodBand, impact: $0.impactBand, allowed: allowed(state))
        }
      }
      func isApart(_ state: RiskRow.State) -> Bool {
        states.first { $0.state == state }?.isToldApart ?? false
      }
      return RiskMatrix.Risk(
        id: id, title: states[0].title, gross: place(.gross), net: place(.net), target: place(.target),
        isGrossApart: isApart(.gross), isTargetApart: isApart(.target))
    }
    let red = net.count { $0.rating.uppercased().hasPrefix("R") }
    let open = net.count { !$0.isRatingCertain }
    let untold = open == 0 ? "" : "; the rating of \(open) cannot be told with so few futures"
    let likeliest = net.filter { $0.likelihood.trials > 0 }.max {
      ($0.likelihood.share, $1.id) < ($1.likelihood.share, $0.id)
    }
    let named =
      likeliest.map { risk in
        let interval = risk.likelihood.interval
        return
          "Likeliest is \(risk.id) \(risk.title): \(risk.likelihood.short) of simulated futures by \(risk.end) (95% "
          + "interval \(Phrase.percent(interval.lower)) to \(Phrase.percent(interval.upper))); "
      } ?? ""
    return Figure(
      id: "risk-matrix",
      finding:
        "\(named)\(red) of \(Words.count(placed.count, "risk")) \(red == 1 ? "is" : "are") rated red with the controls "
        + "in force\(untold)",
      description:
        "A matrix of the likelihood of an impact or worse against that impact, with each risk gross, net and target; "
        + "an arrow leads to or from net only where the state can be told apart from it in the same futures. "
        + lines.joined(separator: " "),
      source: "risk_evidence.csv; cells without a letter hold no risk",
      chart: RiskMatrix(
        likelihoods: names(\.likelihoodBand, \.likelihoodLabel), impacts: names(\.impactBand, \.impactLabel),
        ratings: ratings, risks: placed))
  }

  /// Each risk as it stands (net) in one sentence.
  var lines: [String] {
    net.map { risk in
      let likelihood =
        risk.likelihood.trials > 0
        ? "likelihood of the event \(risk.likelihood.words)" : "likelihood band \(risk.likelihoodBand)"
      let cell =
        risk.likelihoodOfCell.trials > 0
        ? ", that impact or a worse one \(risk.likelihoodOfCell.short), \(risk.bandWords)" : ""
      return
        "\(risk.id) \(risk.title): \(likelihood); impact \(risk.impactLabel)\(cell); score \(risk.scoreWords)"
        + (risk.confidence.isEmpty ? "." : "; confidence \(risk.confidence).")
    }
  }
}
