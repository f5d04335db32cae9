import Statistics

/// Chooses the best of several designs by one output, with as few replications as the answer allows.
package struct Selection: Sendable {
  package enum Method: String, Sendable, CaseIterable {
    /// Kim and Nelson: a guaranteed probability of a correct choice.
    case kn
    /// Optimal computing budget allocation: the most certainty from a stated number of replications.
    case ocba
  }

  package struct Standing: Sendable {
    package var tally = Tally()
    /// Its numbers by replication, from the first on: the nth of every design is of the same future.
    package var values: [Double] = []
    /// The number of replications at which it dropped out, or nil.
    package var droppedAt: Int?
  }

  package struct Outcome: Sendable {
    package var standings: [Standing]
    package var best: Int
    /// Whether the choice carries the guarantee (kn), or the budget was spent (ocba).
    package var isDecided: Bool
    /// Probability that the choice is right: the guarantee, or an approximate lower bound.
    package var probability: Double
    /// The smallest difference that matters, in the output's unit (kn).
    package var indifference: Double
    package var replications: Int { standings.reduce(0) { $0 + $1.tally.count } }
  }

  package var runner: TrialRunner
  /// Each with one output.
  package let designs: [TrialDesign]
  /// -1 where less is better.
  package let sign: Double
  package var confidence = 0.95
  /// The smallest difference that matters: an amount, or a share of the first design's mean in its first replications.
  package var indifference = Comparison.Indifference.amount(1)
  package var first = 10
  /// The most replications of one design (kn), or of all together (ocba).
  package var limit = 1000
  /// Called after each batch with the designs left and the replications so far.
  package var progress: @Sendable (Int, Int) -> Void = { _, _ in }

  package init(_ designs: [TrialDesign], runner: TrialRunner, sign: Double) {
    (self.designs, self.runner, self.sign) = (designs, runner, sign)
  }

  /// Nil when the task was cancelled, or an output has no value.
  package func run(_ method: Method) async -> Outcome? {
    switch method {
    case .kn: await kimNelson()
    case .ocba: await optimal()
    }
  }

  private func kimNelson() async -> Outcome? {
    guard let start = await values(Array(designs.indices), 0..<first) else { return nil }
    var standings = start.map { Standing(tally: Tally($0), values: $0) }
    let indifference = size(standings[0].tally.mean)
    var procedure = KimNelson(
      start.map { $0.map { $0 * sign } }, confidence: confidence, indifference: indifference)
    while !procedure.isDecided, procedure.count < limit {
      let left = procedure.survivors
      // Several at a time keep the cores busy; those after a decision are not looked at.
      let end = min(limit, procedure.count + max(runner.jobs, procedure.count / 10))
      guard let batch = await values(left, procedure.count..<end) else { return nil }
      for place in 0..<(end - procedure.count) where !procedure.isDecided {
        var row = [Double](repeating: -.infinity, count: designs.count)
        for (design, results) in zip(left, batch) { row[design] = results[place] * sign }
        for design in procedure.survivors {
          standings[design].tally.add(row[design] * sign)
          standings[design].values.append(row[design] * sign)
        }
        procedure.enter(row)
      }
      progress(procedure.survivors.count, standings.reduce(0) { $0 + $1.tally.count })
    }
    for design in designs.indices { standings[design].droppedAt = procedure.droppedAt[design] }
    return Outcome(
      standings: standings, best: procedure.best, isDecided: procedure.isDecided,
      probability: procedure.isDecided ? confidence : .nan, indifference: indifference)
  }

  private func optimal() async -> Outcome? {
    guard let start = await values(Array(designs.indices), 0..<first) else { return nil }
    var standings = start.map { Standing(tally: Tally($0), values: $0) }
    while true {
      let means = standings.map { $0.tally.mean * sign }
      let variances = standings.map(\.tally.variance)
      let counts = standings.map(\.tally.count)
      let spent = counts.reduce(0, +)
      let probability = OptimalAllocation.probabilityCorrect(
        means: means, variances: variances, counts: counts)
      progress(designs.count, spent)
      if spent >= limit || probability >= confidence {
        return Outcome(
          standings: standings, best: means.indices.max { means[$0] < means[$1] } ?? 0, isDecided: true,
          probability: probability, indifference: .nan)
      }
      let more = min(limit - spent, max(20, designs.count))
      let next = OptimalAllocation.next(more, means: means, variances: variances, counts: counts)
      for design in designs.indices where next[design] > 0 {
        guard let results = await values([design], counts[design]..<(counts[design] + next[design])) else {
          return nil
        }
        for result in results[0] { standings[design].tally.add(result) }
        standings[design].values += results[0]
      }
    }
  }

  /// The smallest difference that matters, in the output's unit; above 0.
  private func size(_ mean: Double) -> Double {
    switch indifference {
    case .amount(let amount): amount
    case .share(let share): max(share * mean.magnitude, .leastNormalMagnitude)
    }
  }

  /// The only output of some designs in some replications.
  private func values(_ places: [Int], _ numbers: Range<Int>) async -> [[Double]]? {
    let trials = await runner.run(places.map { designs[$0] }, numbers)
    guard trials.count == numbers.count else { return nil }
    let values = trials.values.map { $0.map { $0[0] } }
    return values.allSatisfy { $0.allSatisfy(\.isFinite) } ? values : nil
  }
}
