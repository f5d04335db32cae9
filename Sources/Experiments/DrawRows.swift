import Results
import ServiceModel

/// What the replications drew for the uncertain inputs.
package enum DrawRows {
  package static func rows(_ outcomes: [ReplicationOutcome], _ uncertain: UncertainInputs) -> [DrawRow] {
    guard !uncertain.isEmpty else { return [] }
    return outcomes.flatMap { outcome in
      zip(uncertain.inputs, uncertain.draw(outcome.replication).values).map { input, value in
        DrawRow {
          ($0.replication, $0.path) = (outcome.replication, input.path)
          ($0.unit, $0.value) = (input.unit.symbol, value)
        }
      }
    }
  }

  /// Says in how many replications the inputs contradicted each other.
  package static func warnings(_ outcomes: [ReplicationOutcome], _ uncertain: UncertainInputs) -> [String] {
    guard !uncertain.isEmpty else { return [] }
    let failed = outcomes.count { !uncertain.draw($0.replication).isConsistent }
    guard failed > 0 else { return [] }
    return [
      "in \(failed) of \(outcomes.count) replications the uncertain inputs contradicted each other "
        + "\(UncertainInputs.attempts) times over; these replications use the point values."
    ]
  }
}
