import Reports
import Results

/// All that was found out about one risk.
package struct RiskEvidence: Sendable {
  package let risk: Risk
  package let net: RiskAssessment
  /// Gross and target, where they were run.
  package var states: [RiskAssessment] = []
  package var worth: [RiskRuns.Worth] = []
  package var stresses: [RiskRuns.StressResult] = []
  package var warnings: [EarlyWarning] = []
  package var direction = "no earlier result"
  package var confidence: RiskConfidence
  /// Likelihood at the 5th, 50th and 95th percentile of the uncertain inputs, where they were drawn apart.
  package var acrossInputs: (p05: Double, p50: Double, p95: Double)?

  package init(_ net: RiskAssessment, confidence: RiskConfidence) {
    risk = net.risk
    self.net = net
    self.confidence = confidence
  }

  /// The states in the order gross, net, target.
  package var inOrder: [RiskAssessment] {
    states.filter { $0.state == .gross } + [net] + states.filter { $0.state == .target }
  }

  /// A paragraph ready to paste into a register or a paper.
  package var paragraph: String {
    let profile = net.profile
    var text =
      "\(risk.id) \(risk.title). The event counts as \(Self.lower(risk.means)) "
      + "Between \(net.start) and \(net.end) its likelihood is \(net.likelihood.words). "
    let cell = net.cell
    text +=
      "On the matrix '\(profile.name)' it stands at likelihood \(cell.likelihood) (\(net.likelihoodLabel.lowercased())) and "
      + "impact \(cell.impact) (\(net.impactLabel.lowercased())): score \(cell.score), \(net.colour)"
    text += net.isBandCertain ? ". " : "; the likelihood band is not yet certain. "
    if net.isInMoney, net.likelihood.breaches > 0 {
      let pounds = net.pounds
      text +=
        "Its cost is \(Phrase.pounds(pounds.mean)) on average over all futures, those without the event included; one future "
        + "in five costs more than \(Phrase.pounds(pounds.p80)). "
    }
    let months = net.typicalMonths
    if months.isFinite {
      text +=
        "Where it happens, half of the futures have it within \(Phrase.number(months)) months (\(net.velocity)). "
    }
    for state in states {
      let name = state.state == .gross ? "Without the controls in force" : "With the planned actions"
      text += "\(name) the likelihood would be \(state.likelihood.words). "
    }
    if let warning = warnings.first {
      text +=
        "The best early warning is \(warning.indicator) \(warning.isAbove ? "above" : "below") "
        + "\(Phrase.plain(warning.threshold)), which came \(warning.lead) months or more ahead in "
        + "\(Likelihood(warning.tested.hits, of: max(1, warning.tested.events)).short) of the events held out. "
    }
    text += "Confidence: \(confidence.word) (\(confidence.reason))."
    return text
  }

  /// A sentence's beginning in lower case, unless its first word is all capitals.
  private static func lower(_ sentence: String) -> String {
    let ended = sentence.hasSuffix(".") ? sentence : sentence + "."
    guard let first = ended.split(separator: " ").first, first.count > 1, first.uppercased() != String(first)
    else {
      return ended
    }
    return ended.prefix(1).lowercased() + ended.dropFirst()
  }
}

extension Phrase {
  /// A number in the fewest figures that tell it, up to four.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = value.magnitude
    if size >= 1000 || value == value.rounded() { return Phrase.number(value) }
    return Phrase.number(value, decimals: size >= 100 ? 1 : size >= 10 ? 2 : 3)
  }
}
