import Experiments
import Parameters
import Reports
import Results
import ScenarioFiles
import ServiceModel
import Statistics

extension Session {
  /// Simulates as many replications as are wanted, or as the rule asks for.
  func outcomes(
    _ tables: ModelTables, _ uncertain: UncertainInputs, _ wanted: Int, until rule: PrecisionRule?
  ) async throws -> [ReplicationOutcome] {
    let headline = tables.watched.place(of: Series.lookedAfter) ?? 0
    let runner = ReplicationRunner(tables, jobs: jobs, uncertain: uncertain)
    let (line, settling) = (line, Shared(Tally()))
    let outcomes = try await run {
      await runner.run(wanted, until: rule) { progress in
        let tally = settling.change { tally in
          tally.add(tables.last(headline, of: progress.latest))
          return tally
        }
        line.count(progress.done, of: progress.wanted, "replications", events: progress.events) {
          guard let half = tally.halfWidth() else { return "" }
          return
            "; looked after at the end \(Int(tally.mean.rounded())) ± \(Int(half.rounded(.up)))"
        }
      }
    }
    guard !outcomes.isEmpty else {
      throw stopped("interrupted before the first replication was finished; nothing was written")
    }
    return outcomes
  }

  /// How a run came about.
  func record(
    _ scenario: Scenario<ServiceParameters>, _ outcomes: [ReplicationOutcome], wanted: Int
  ) -> Manifest {
    var manifest = record(
      scenario, wanted: max(wanted, outcomes.count), done: outcomes.count,
      events: outcomes.reduce(0) { $0 + $1.events })
    manifest.staleEvents = outcomes.reduce(0) { $0 + $1.staleEvents }
    return manifest
  }

  /// Tells inputs from chance by twins of the replications, where there are to be any.
  func split(
    _ twins: HeadlineTwins, _ outcomes: [ReplicationOutcome]
  ) async throws -> HeadlineTwins.Outcome {
    if let gap = twins.gap(of: outcomes.count) { return HeadlineTwins.Outcome(gap: gap) }
    guard signal == 0 else { return HeadlineTwins.Outcome(gap: .stopped) }
    let count = twins.count(of: outcomes.count)
    talk.say("simulating \(count) twins, to tell inputs from chance")
    let line = line
    return try await run {
      await twins.run(count, of: outcomes, jobs: jobs) { line.count($0, of: count, "twins") }
    }
  }
}

extension ResultSet {
  /// Adds what the replications alone do not say: the scenario's values and warnings, the split of the variance, and
  /// the published figures.
  mutating func add(
    _ scenario: Scenario<ServiceParameters>, _ outcomes: [ReplicationOutcome],
    _ variance: HeadlineTwins.Outcome, observed: [ObservedFigure]
  ) {
    let uncertain = scenario.uncertainInputs
    parameters = ParameterRow.rows(scenario)
    self.observed = observed
    (self.variance, varianceGap) = (variance.rows, variance.gap)
    draws = DrawRows.rows(outcomes, uncertain)
    warnings =
      manifest.warnings + DrawRows.warnings(outcomes, uncertain) + WidthWarning.sentences(self)
      + StatedFigures.notes(self, scenario.parameters)
  }
}
