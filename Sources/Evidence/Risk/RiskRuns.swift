import Experiments
import Results

/// The runs beside a result that a register asks for: without controls, with planned actions, under stress.
package struct RiskRuns: Sendable {
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
  let progress: VariantRuns.Progress

  package init(
    _ runs: VariantRuns, _ register: RiskRegister, _ profile: RiskProfile, budgets: RiskBudgets,
    replications: Int, progress: @escaping VariantRuns.Progress = { _ in }
  ) {
    (self.runs, self.register, self.profile, self.budgets) = (runs, register, profile, budgets)
    (self.replications, self.progress) = (replications, progress)
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
  private var inputDraws: Int { runs.uncertain.isEmpty ? 0 : Self.drawsOfInputs }

  /// Adds to the findings on each risk of the register, drawn from these readings, what the runs say.
  package func complete(
    _ findings: inout [RiskFindings], _ readings: MonthlyReadings
  ) async throws {
    for (place, risk) in register.risks.enumerated() {
      let net = try assessment(risk, .net, readings.first(replications))
      (findings[place].others, findings[place].controls) = try await states(risk, net: net)
      for stress in risk.stresses {
        findings[place].stresses.append(try await self.stress(stress, of: risk, now: net.likelihood))
      }
    }
    for (place, spread) in try await acrossInputs().enumerated() {
      findings[place].net.acrossInputs = spread
    }
  }

  /// The likelihood of each risk across the uncertain inputs: over draws of the inputs, each run with inputs that stay
  /// the same from replication to replication. Chance widens the range a little, the less the more replications are run.
  private func acrossInputs() async throws -> [Spread] {
    var shares: [[Double]] = register.risks.map { _ in [] }
    for draw in 0..<inputDraws {
      let readings = try await runs.readings(
        inputsOf: draw + 1, replications, progress: progress, isWanted: register.isWanted)
      for (place, risk) in register.risks.enumerated() {
        shares[place].append(try assessment(risk, .net, readings).likelihood.share)
      }
    }
    return shares.map { Spread($0) }
  }

  private func assessment(
    _ risk: Risk, _ state: RiskRow.State, _ readings: MonthlyReadings
  ) throws(EvidenceFailure) -> RiskAssessment {
    try RiskAssessment(risk, state, readings, profile: profile, register: register, budgets: budgets)
  }

  /// The risk with these values set.
  private func assessment(
    _ risk: Risk, _ state: RiskRow.State, sets: [String]
  ) async throws -> RiskAssessment {
    let readings = try await runs.readings(
      runs.scenario(sets: sets), replications, progress: progress, isWanted: register.isWanted)
    return try assessment(risk, state, readings)
  }

  /// Gross and target, and what each control is worth. `net` is the risk as it stands in the same replications.
  private func states(
    _ risk: Risk, net: RiskAssessment
  ) async throws -> (states: [RiskRow], controls: [RiskControlRow]) {
    var states: [RiskRow] = []
    var controls: [RiskControlRow] = []
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
      if let gross = bySet[0] { states.append(gross.row) }
      controls = Self.worth(risk, bySet, all: all)
    }
    if !risk.actions.isEmpty {
      states.append(try await assessment(risk, .target, sets: risk.actions.flatMap(\.sets)).row)
    }
    return (states, controls)
  }

  /// How far a driver can worsen, by bisection on the same random numbers.
  private func stress(
    _ stress: Risk.Stress, of risk: Risk, now: Likelihood
  ) async throws -> RiskStressRow {
    var row = RiskStressRow.blank
    (row.risk, row.title, row.paths) = (risk.id, stress.title, stress.paths.joined(separator: "; "))
    (row.isFactor, row.neutral, row.most) = (stress.isFactor, stress.neutral, stress.most)
    (row.now, row.atMost) = (now, now)
    if now.share > 0.5 {
      (row.breaking, row.atBreaking) = (stress.neutral, now)
      return row
    }
    func likelihood(_ change: Double) async throws -> Likelihood {
      row.runs += 1
      return try await assessment(risk, .net, sets: sets(stress, change)).likelihood
    }
    row.atMost = try await likelihood(stress.most)
    guard row.atMost.share > 0.5 else { return row }
    var safe = stress.neutral
    (row.breaking, row.atBreaking) = (stress.most, row.atMost)
    for _ in 0..<Self.halvings {
      let middle = (safe + row.breaking) / 2
      let found = try await likelihood(middle)
      if found.share > 0.5 { (row.breaking, row.atBreaking) = (middle, found) } else { safe = middle }
    }
    return row
  }
}
