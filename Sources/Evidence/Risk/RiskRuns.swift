import Experiments
import Results
import Statistics

/// The runs beside a result that a register asks for: without controls, with planned actions, under stress.
///
/// The risk without its controls and with the planned actions is run in as many replications as the result has, so that all
/// three states stand on the same futures. The worth of single controls, stress and single inputs are run in the first
/// `replications`, and held against the risk as it stands in those.
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

  package init(
    _ runs: VariantRuns, _ register: RiskRegister, _ profile: RiskProfile, budgets: RiskBudgets,
    replications: Int
  ) {
    (self.runs, self.register, self.profile, self.budgets) = (runs, register, profile, budgets)
    self.replications = replications
  }

  /// Replications that all runs of the register need at most, beside those of the result.
  package static func replicationsNeeded(
    _ register: RiskRegister, _ result: FinishedResult, each: Int
  ) -> Int {
    let draws = VariantRuns(result, KeptRuns(jobs: 1)).uncertain.isEmpty ? 0 : drawsOfInputs
    return register.risks.reduce(draws * each) { total, risk in
      let controls = risk.controls.count
      // Without any control, and each set of them that is neither all nor none.
      let whole = (controls > 0 ? 1 : 0) + (risk.actions.isEmpty ? 0 : 1)
      let sets =
        controls < 2 ? 0 : controls <= allCombinations ? (1 << controls) - 2 : controls
      return total + whole * result.replications + (sets + risk.stresses.count * (halvings + 1)) * each
    }
  }

  /// Adds to the findings on each risk of the register, drawn from these readings, what the runs say.
  package func complete(_ findings: inout [RiskFindings], _ readings: MonthlyReadings) async throws {
    for (place, risk) in register.risks.enumerated() {
      let net = try assessment(risk, .net, readings)
      let first = try assessment(risk, .net, readings.first(replications))
      var states: [RiskRow] = []
      if !risk.controls.isEmpty {
        let gross = try await self.readings(risk.controls.flatMap(\.changes), readings.count)
        states.append(try assessment(risk, .gross, gross).row(against: net))
        findings[place].controls = try await worth(risk, net: first, gross: gross.first(replications))
      }
      if !risk.actions.isEmpty {
        let target = try await self.readings(risk.actions.flatMap(\.changes), readings.count)
        states.append(try assessment(risk, .target, target).row(against: net))
      }
      findings[place].others = states
      for stress in risk.stresses {
        findings[place].stresses.append(try await self.stress(stress, of: risk, now: first.likelihood))
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
    let draws = runs.uncertain.isEmpty ? 0 : Self.drawsOfInputs
    for draw in 0..<draws {
      let readings = try await runs.readings(
        inputsOf: draw + 1, replications, months: months(), isWanted: register.isWanted)
      for (place, risk) in register.risks.enumerated() {
        shares[place].append(try assessment(risk, .net, readings).likelihood.share)
      }
    }
    return shares.map { Spread($0) }
  }

  private func months() throws(EvidenceFailure) -> Int {
    try register.monthsRead(of: runs.result.tables.calendar.monthLastDays)
  }

  func assessment(
    _ risk: Risk, _ state: RiskRow.State, _ readings: MonthlyReadings
  ) throws(EvidenceFailure) -> RiskAssessment {
    try RiskAssessment(risk, state, readings, profile: profile, register: register, budgets: budgets)
  }

  /// The readings of the first replications with these changes.
  func readings(_ changes: [RiskChange], _ replications: Int) async throws -> MonthlyReadings {
    let sets = RiskChange.sets(changes, runs.result.scenario.settings)
    return try await runs.readings(
      runs.scenario(sets: sets), replications, months: months(), isWanted: register.isWanted)
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
    var tried = [(value: stress.neutral, share: now)]
    func likelihood(_ change: Double) async throws -> Likelihood {
      row.runs += 1
      let found = try await assessment(
        risk, .net, readings(stress.changes(change), replications)
      ).likelihood
      tried.append((change, found))
      return found
    }
    row.atMost = try await likelihood(stress.most)
    if row.atMost.share > 0.5 {
      var safe = stress.neutral
      (row.breaking, row.atBreaking) = (stress.most, row.atMost)
      for _ in 0..<Self.halvings {
        let middle = (safe + row.breaking) / 2
        let found = try await likelihood(middle)
        if found.share > 0.5 { (row.breaking, row.atBreaking) = (middle, found) } else { safe = middle }
      }
    }
    let range = TurningRange(
      tried.map { ($0.value, Proportion(successes: $0.share.breaches, trials: $0.share.trials)) }, share: 0.5,
      rises: stress.most > stress.neutral)
    (row.surelyBelow, row.surelyAbove) = (range.below ?? .nan, range.above ?? .nan)
    return row
  }
}
