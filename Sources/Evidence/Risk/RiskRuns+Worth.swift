import Experiments
import Results
import Statistics

extension RiskRuns {
  /// What each control is worth: the risk without it less the risk as it stands, in the same replications.
  ///
  /// - Parameters:
  ///   - net: the risk as it stands.
  ///   - gross: the readings without any control.
  func worth(
    _ risk: Risk, net: RiskAssessment, gross: MonthlyReadings
  ) async throws -> [RiskControlRow] {
    // The bits of a set are the controls that are at work.
    let all = (1 << risk.controls.count) - 1
    var bySet = [all: net, 0: try assessment(risk, .gross, gross)]
    let wanted =
      risk.controls.count <= Self.allCombinations
      ? Array(0..<all) : risk.controls.indices.map { all & ~(1 << $0) }
    for set in wanted where bySet[set] == nil {
      let off = risk.controls.enumerated().filter { set & (1 << $0.offset) == 0 }
      let readings = try await readings(off.flatMap(\.element.changes), replications)
      bySet[set] = try assessment(risk, .gross, readings)
    }
    return Self.rows(risk, bySet, all: all)
  }

  /// The rows of the controls, from the sets of controls that were run.
  static func rows(_ risk: Risk, _ bySet: [Int: RiskAssessment], all: Int) -> [RiskControlRow] {
    guard let net = bySet[all] else { return [] }
    let likelihoods = shares(risk, bySet, all) { $0.breach == nil ? 0 : 1 }
    let costs = shares(risk, bySet, all, \.pounds)
    return risk.controls.enumerated().compactMap { place, control in
      guard let without = bySet[all & ~(1 << place)] else { return nil }
      var row = RiskControlRow.blank
      (row.risk, row.id, row.title) = (risk.id, control.id, control.title)
      (row.replications, row.net) = (net.count, net.likelihood.share)
      row.likelihood = without.changeOfLikelihood(from: net)
      if net.isInMoney { row.cost = Spread(without.pairs(net, \.pounds)) }
      (row.fairLikelihood, row.fairCost) = (likelihoods[place], costs[place])
      row.sets = control.changes.map(\.text).joined(separator: "; ")
      return row
    }
  }

  /// Each control's fair share of what all of them take off, replication by replication; none where not every set of them
  /// was run.
  private static func shares(
    _ risk: Risk, _ bySet: [Int: RiskAssessment], _ all: Int, _ value: (RiskAssessment.Outcome) -> Double
  ) -> [Spread] {
    let sets = (0...all).compactMap { bySet[$0] }
    guard sets.count == all + 1, let count = sets.first?.count else {
      return risk.controls.map { _ in Spread() }
    }
    let shares = (0..<count).map { replication in
      ShapleyValue.shares(
        parts: risk.controls.count, worth: sets.map { -value($0.outcomes[replication]) })
    }
    return risk.controls.indices.map { control in Spread(shares.map { $0[control] }) }
  }
}
