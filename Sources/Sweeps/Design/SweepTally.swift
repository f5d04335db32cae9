/// How far one part of a sweep is, and at its end how it ended.
package struct SweepTally: Sendable {
  /// Points to compute, those that were there already, and those that failed earlier and are not run again.
  package internal(set) var wanted = 0
  package internal(set) var reused = 0
  package internal(set) var failedBefore = 0
  private var done = 0
  private var failedNow = 0
  /// What was simulated and kept.
  private var replications = 0
  private var twins = 0
  /// Why points failed: the first ten.
  package private(set) var messages: [String] = []
  /// What kept results from being stored; nil where nothing did.
  package private(set) var failure: StoreFailure?
  /// The best point so far, where there is an objective.
  package private(set) var best: (id: String, mean: Double)?

  package var finished: Int { done + failedNow }
  package var missing: Int { wanted - finished }
  package var failed: Int { failedBefore + failedNow }

  package var account: String {
    var text = "computed \(done), reused \(reused), failed \(failed), missing \(missing)"
    guard replications + twins > 0 else { return text }
    text += " (simulated \(replications) replications"
    return text + (twins > 0 ? " and \(twins) twins)" : ")")
  }

  /// The exit code where it was stopped before its end, by a signal or otherwise; nil where it was not.
  package func stopped(_ signal: Int32) -> Int32? {
    if let failure { return failure.exitCode }
    if signal != 0 { return 128 + signal }
    return missing == 0 ? nil : failed > 0 ? 1 : 75
  }

  mutating func enter(_ result: PointResult, _ objective: SweepObjective?) {
    replications += result.rows.count
    twins += result.twins.count
    switch result.status {
    case .part: return
    case .failed:
      failedNow += 1
      if messages.count < 10 { messages.append("point \(result.id) failed: \(result.message)") }
    case .done:
      done += 1
      let values = objective.map { objective in result.rows.map { $0[objective.place] } } ?? []
      let finite = values.filter(\.isFinite)
      let mean = finite.reduce(0, +) / Double(max(1, finite.count))
      guard let objective, !finite.isEmpty else { return }
      if best.map({ objective.prefers(mean, to: $0.mean) }) ?? true { best = (result.id, mean) }
    }
  }

  mutating func stop(_ failure: StoreFailure) { self.failure = self.failure ?? failure }
}
