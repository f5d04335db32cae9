import Results

extension RiskRegister {
  /// The findings on every risk from the readings of a result: all that needs no run beside it.
  ///
  /// - Parameter earlier: the risks of an earlier result, for the direction of travel.
  package func findings(
    _ profile: RiskProfile, _ readings: MonthlyReadings, budgets: RiskBudgets, parameters: [ParameterRow],
    earlier: [RiskRow]
  ) throws(EvidenceFailure) -> [RiskFindings] {
    let assumptions = RiskConfidence.assumptions(parameters)
    var all: [RiskFindings] = []
    for risk in risks {
      let net = try RiskAssessment(risk, .net, readings, profile: profile, register: self, budgets: budgets)
      let before = earlier.first { $0.id == risk.id && $0.state == .net }
      var findings = RiskFindings(net, confidence: RiskConfidence(net, assumptions: assumptions))
      findings.net.direction = RiskDirection.words(net.likelihood, since: before?.likelihood)
      findings.warnings = EarlyWarning.best(net, self, readings, budgets: budgets).map { $0.row(risk) }
      all.append(findings)
    }
    return all
  }
}

extension RiskFindings {
  /// What is found of a risk as it stands.
  package init(_ net: RiskAssessment, confidence: RiskConfidence) {
    let risk = net.risk
    self.init(net.row)
    self.net.direction = "no earlier result"
    (self.net.confidence, self.net.confidenceReason) = (confidence.word, confidence.reason)
    (cause, consequence, means) = (risk.cause, risk.consequence, risk.means)
    profileSource = net.profile.source
    impacts = net.impacts
    for level in risk.event.thresholds {
      let threshold = RiskThreshold(
        risk: risk.id, measure: level.reference.measure, breakdown: level.reference.breakdown,
        value: level.above)
      if !thresholds.contains(threshold) { thresholds.append(threshold) }
    }
  }
}
