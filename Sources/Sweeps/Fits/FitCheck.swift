import Experiments
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// The figures of a fit simulated again with the uncertain inputs drawn, before and after.
package struct FitCheck: Sendable {
  package let rows: [FitRow]
  package let outcomes: [ReplicationOutcome]

  /// Nil when the task was cancelled.
  package static func run(
    _ outcome: CalibrationOutcome, _ plan: FitPlan, _ scenario: Scenario<ServiceParameters>,
    replications: Int, jobs: Int
  ) async -> FitCheck? {
    let start = ModelTables(plan.base)
    let before = await ReplicationRunner(start, jobs: jobs, uncertain: scenario.uncertainInputs)
      .run(0..<replications)
    let fitted = outcome.parameters(plan.base)
    let tables = ModelTables(fitted)
    let uncertain = UncertainInputs(
      fitted, outcome.uncertainties(scenario.uncertainties), jointly: outcome.jointly(scenario.jointly))
    let after = await ReplicationRunner(tables, jobs: jobs, uncertain: uncertain).run(0..<replications)
    guard !Task.isCancelled, before.count == replications, after.count == replications else { return nil }
    let readings = zip(
      FitReadings.read(before, start, plan.targets), FitReadings.read(after, tables, plan.targets))
    let rows = zip(plan.targets, readings).map { target, pair in
      FitRow {
        ($0.figure, $0.isFitted) = (target.figure, target.isFitted)
        ($0.before, $0.after) = pair
        $0.widest = widest(target.figure, tables)
      }
    }
    return FitCheck(rows: rows, outcomes: after)
  }

  /// How wide a range may be to be of use; nil where nothing is asked of it.
  private static func widest(_ figure: ObservedFigure, _ tables: ModelTables) -> Double? {
    let series = tables.watched.first { $0.measure == figure.measure && $0.breakdown == figure.breakdown }
    switch series?.gathering {
    case .flow: return series?.subject == .money ? UsableWidth.steady : UsableWidth.yearly
    case .stock: return UsableWidth.steady
    case .stockRate where series?.unit != .share: return UsableWidth.steady
    default: return nil
    }
  }
}
