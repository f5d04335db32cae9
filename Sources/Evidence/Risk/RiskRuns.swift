import Experiments
import Reports

/// The runs beside a result that a register asks for: without controls, with planned actions, under stress.
package struct RiskRuns: Sendable {
  /// What one control is worth.
  package struct Worth: Sendable {
    package let control: Risk.Control
    /// What the likelihood and the expected cost rise by when this control alone is taken away, by replication.
    let breaches, pounds: [Double]
    /// Its fair share of what all controls bring about together, in likelihood and pounds; nil with more than six.
    let shapleyLikelihood, shapleyPounds: Double?
  }

  /// How far one driver can worsen before the event is more likely than not.
  package struct StressResult: Sendable {
    package let stress: Risk.Stress
    let atNeutral, atMost: Likelihood
    /// The smallest change found that makes the event more likely than not; nil where not even the largest does.
    let breaking: (change: Double, likelihood: Likelihood)?
    let runs: Int
  }

  /// The largest number of controls of which every combination is run.
  static let allCombinations = 6
  /// Draws of the uncertain inputs, where some are.
  static let drawsOfInputs = 20
  /// Halvings of the range of a stress.
  static let halvings = 6

  let runs: VariantRuns
  let register: RiskRegister
  let profile: RiskProfile
  let budgets: RiskBudgets
  let replications: Int
  let progress: @Sendable (ReplicationRunner.Progress) -> Void

  package init(
    _ runs: VariantRuns, _ register: RiskRegister, _ profile: RiskProfile, budgets: RiskBudgets,
    replications: Int,
    progress: @escaping @Sendable (ReplicationRunner.Progress) -> Void = { _ in }
  ) {
    self.runs = runs
    self.register = register
    self.profile = profile
    self.budgets = budgets
    self.replications = replications
    self.progress = progress
  }

  /// Replications that all runs of the register need at most, beside those of the result.
  package var replicationsNeeded: Int {
    register.risks.reduce(inputDraws * replications) { total, risk in
      let controls = risk.controls.count
      let sets = controls == 0 ? 0 : controls <= Self.allCombinations ? (1 << controls) - 1 : controls + 1
      return total + (sets + (risk.actions.isEmpty ? 0 : 1) + risk.stresses.count * (Self.halvings + 1))
        * replications
    }
  }

  /// Draws of the uncertain inputs that are run apart; none where nothing is uncertain.
  package var inputDraws: Int { runs.uncertain.isEmpty ? 0 : Self.drawsOfInputs }

  /// The likelihood of each risk across the uncertain inputs: its 5th, 50th and 95th percentile over draws of the inputs,
  /// each run with inputs that stay the same from replication to replication. Chance widens the range a little, the less
  /// the more replications are run.
  package func acrossInputs() async throws(EvidenceFailure) -> [(p05: Double, p50: Double, p95: Double)?] {
    guard inputDraws > 0 else { return register.risks.map { _ in nil } }
    var shares: [[Double]] = register.risks.map { _ in [] }
    for draw in 1...inputDraws {
      let readings = try await runs.readings(
        inputsOf: draw, replications, progress: progress, isWanted: register.isWanted)
      for (place, risk) in register.risks.enumerated() {
        let found = try RiskAssessment(
          risk, .net, readings, profile: profile, register: register, budgets: budgets)
        shares[place].append(found.likelihood.share)
      }
    }
    return shares.map {
      (Quantile.of(any: $0, 0.05), Quantile.of(any: $0, 0.5), Quantile.of(any: $0, 0.95))
    }
  }

  /// The risk with these values set.
  func assessment(
    _ risk: Risk, _ state: RiskAssessment.State, sets: [String]
  ) async throws(EvidenceFailure) -> RiskAssessment {
    let readings = try await runs.readings(
      runs.scenario(sets: sets), replications, progress: progress, isWanted: register.isWanted)
    return try RiskAssessment(risk, state, readings, profile: profile, register: register, budgets: budgets)
  }

  /// Gross and target, and what each control is worth. `net` is the risk as it stands in the same replications.
  package func states(
    _ risk: Risk, net: RiskAssessment
  ) async throws(EvidenceFailure) -> (states: [RiskAssessment], worth: [Worth]) {
    var states: [RiskAssessment] = []
    var worth: [Worth] = []
    if !risk.controls.isEmpty {
      // The bits of a set are the controls that are at work.
      let all = (1 << risk.controls.count) - 1
      var bySet: [Int: RiskAssessment] = [all: net]
      let wanted =
        risk.controls.count <= Self.allCombinations
        ? Array(0..<all) : [0] + risk.controls.indices.map { all & ~(1 << $0) }
      for set in wanted {
        let off = risk.controls.enumerated().filter { set & (1 << $0.offset) == 0 }.flatMap(\.element.sets)
        bySet[set] = try await assessment(risk, .gross, sets: off)
      }
      if let gross = bySet[0] { states.append(gross) }
      worth = worths(risk, bySet, all: all)
    }
    if !risk.actions.isEmpty {
      states.append(try await assessment(risk, .target, sets: risk.actions.flatMap(\.sets)))
    }
    return (states, worth)
  }

  /// How far each driver can worsen, by bisection on the same random numbers.
  package func stresses(_ risk: Risk, net: RiskAssessment) async throws(EvidenceFailure) -> [StressResult] {
    var results: [StressResult] = []
    for stress in risk.stresses {
      if net.likelihood.share > 0.5 {
        results.append(
          StressResult(
            stress: stress, atNeutral: net.likelihood, atMost: net.likelihood,
            breaking: (stress.neutral, net.likelihood), runs: 0))
        continue
      }
      let most = try await assessment(risk, .net, sets: sets(stress, stress.most)).likelihood
      guard most.share > 0.5 else {
        results.append(
          StressResult(stress: stress, atNeutral: net.likelihood, atMost: most, breaking: nil, runs: 1))
        continue
      }
      var (safe, breaking) = (stress.neutral, (change: stress.most, likelihood: most))
      for _ in 0..<Self.halvings {
        let middle = (safe + breaking.change) / 2
        let likelihood = try await assessment(risk, .net, sets: sets(stress, middle)).likelihood
        if likelihood.share > 0.5 { breaking = (middle, likelihood) } else { safe = middle }
      }
      results.append(
        StressResult(
          stress: stress, atNeutral: net.likelihood, atMost: most, breaking: breaking, runs: 1 + Self.halvings
        ))
    }
    return results
  }
}
