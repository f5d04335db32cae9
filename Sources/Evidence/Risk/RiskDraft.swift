import Reports
import Results

/// Draws the evidence of a whole register from the readings of a result: all that needs no run beside it.
package enum RiskDraft {
  package static func evidence(
    _ register: RiskRegister, _ profile: RiskProfile, _ readings: MonthlyReadings, budgets: RiskBudgets,
    parameters: [ParameterRow], earlier: [EarlierRisk]
  ) throws(EvidenceFailure) -> [RiskEvidence] {
    let assumptions = RiskConfidence.assumptions(parameters)
    var all: [RiskEvidence] = []
    for risk in register.risks {
      let net = try RiskAssessment(
        risk, .net, readings, profile: profile, register: register, budgets: budgets)
      var evidence = RiskEvidence(net, confidence: RiskConfidence(net, assumptions: assumptions))
      evidence.warnings = EarlyWarning.best(net, register, readings, budgets: budgets)
      evidence.direction = RiskDirection.words(
        net.likelihood,
        since: earlier.first { $0.id == risk.id }.map { .init(breaches: $0.breaches, trials: $0.trials) })
      all.append(evidence)
    }
    return all
  }

  /// What a person reads at a terminal.
  package static func text(_ all: [RiskEvidence], width: Int, colour: Bool) -> String {
    var cells = [["Risk", "state", "likelihood", "cell", "score", "cost, mean"]]
    for one in all {
      for state in one.inOrder {
        cells.append([
          "\(one.risk.id) \(one.risk.title)", state.state.rawValue, state.likelihood.short,
          "\(state.cell.likelihood) × \(state.cell.impact)" + (state.isBandCertain ? "" : "?"),
          "\(state.cell.score) \(state.colour)", state.isInMoney ? Phrase.pounds(state.pounds.mean) : "–",
        ])
      }
    }
    var lines = Phrase.table(cells, width: width, colour: colour)
    if all.contains(where: { $0.inOrder.contains { !$0.isBandCertain } }) {
      lines.append("? The likelihood band is not certain with so few replications.")
    }
    for one in all { lines += [""] + Phrase.wrapped(one.paragraph, width: width) }
    return lines.joined(separator: "\n") + "\n"
  }
}
