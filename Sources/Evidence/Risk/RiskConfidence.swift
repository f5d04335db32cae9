import Results

/// How far the evidence can be trusted, by rule, in one word and the reasons for it.
///
/// Low where the likelihood band is not certain, or fewer than 100 replications were run. Medium where the band is
/// certain and something else is weak: fewer than 200 replications, or half or more of the values that the scenario sets
/// say `assumption`. High otherwise.
package struct RiskConfidence: Sendable, Equatable {
  package let word: String
  package let reason: String

  /// - Parameter assumptions: share of the values that the scenario sets whose source says `assumption`, from 0 to 1.
  package init(_ assessment: RiskAssessment, assumptions: Double) {
    let count = assessment.count
    var reasons: [String] = []
    let interval = assessment.likelihoodOfCell.interval
    if !assessment.isBandCertain {
      reasons.append(
        "the 95% interval of the likelihood of impact \(assessment.cell.impact) or worse, "
          + "\(Phrase.percent(interval.lower)) to \(Phrase.percent(interval.upper)), reaches likelihood bands "
          + "\(assessment.bands.lowerBound) to \(assessment.bands.upperBound); run more replications")
    }
    if count < 100 {
      reasons.append("only \(count) replications")
    } else if count < 200 {
      reasons.append("\(count) replications, fewer than 200")
    }
    let isLow = !assessment.isBandCertain || count < 100
    if assumptions >= 0.5 {
      reasons.append(
        "\(Phrase.percent(assumptions, decimals: 0)) of the values that the scenario sets are assumptions")
    }
    word = isLow ? "low" : reasons.isEmpty ? "high" : "medium"
    reason =
      reasons.isEmpty
      ? "the band is certain with \(count) replications, and most values have a source"
      : reasons.joined(separator: "; ")
  }

  /// The share of the values that a scenario sets that say `assumption`.
  package static func assumptions(_ parameters: [ParameterRow]) -> Double {
    let set = parameters.filter { $0.from != "default" && !$0.from.isEmpty }
    guard !set.isEmpty else { return 0 }
    return Double(set.count { $0.source.hasPrefix("assumption") }) / Double(set.count)
  }
}

/// Whether a risk has become more or less likely since an earlier result.
package enum RiskDirection {
  /// Up or down only where the difference is significant at 5%: the pooled test of two proportions.
  package static func words(_ now: Likelihood, since earlier: Likelihood?) -> String {
    guard let earlier, earlier.trials > 0 else { return "no earlier result" }
    let before = earlier.share
    let pooled = Double(earlier.breaches + now.breaches) / Double(earlier.trials + now.trials)
    let variance = pooled * (1 - pooled) * (1 / Double(earlier.trials) + 1 / Double(now.trials))
    guard variance > 0, abs(now.share - before) / variance.squareRoot() > 1.959_963_985 else {
      return "no significant change"
    }
    return now.share > before ? "up" : "down"
  }
}
