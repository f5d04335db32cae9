import ArgumentParser
import Experiments
import Results
import ScenarioFiles
import ServiceModel

/// The twins of a run: whether there are any, and what came of them.
struct VarianceSplit {
  private let twins: HeadlineTwins?
  private let wanted: Int?

  /// Ends the program where more twins are asked for than there can be.
  ///
  /// - Parameters:
  ///   - count: what was asked for.
  ///   - isOpenEnded: whether the number of replications is not known yet.
  init(
    _ scenario: Scenario<ServiceParameters>, _ tables: ModelTables, twins count: Int?, isOpenEnded: Bool
  ) throws {
    wanted = count
    let uncertain = scenario.uncertainInputs
    guard !uncertain.isEmpty else {
      twins = nil
      return
    }
    let most = scenario.parameters.run.replications - 1
    if let count, count > most, !isOpenEnded {
      throw ValidationError(
        "--twins \(count): of \(most + 1) replications \(most) draw their inputs (the first has the point values), and no "
          + "more can have a twin.")
    }
    do {
      twins = try HeadlineTwins(tables, uncertain: uncertain)
    } catch {
      throw ExitCode(70)
    }
  }

  /// What the summary and the file say; `gap` where there are no rows.
  struct Outcome {
    var rows: [VarianceRow] = []
    var gap: VarianceGap?
    var broken = 0
  }

  /// Makes the twins of a run that is done.
  func run(
    _ outcomes: [ReplicationOutcome], jobs: Int, _ interrupts: Interrupts, _ talk: TalkOptions
  ) async -> Outcome {
    guard let twins else { return Outcome(gap: .nothingUncertain) }
    let count = wanted ?? HeadlineTwins.count(of: outcomes.count)
    guard count > 0 else {
      return Outcome(gap: wanted == 0 ? .notWanted : .tooFew(HeadlineTwins.fewest))
    }
    guard interrupts.signal == 0 else { return Outcome(gap: .stopped) }
    let most = min(count, outcomes.count - 1)
    if !talk.quiet { Terminal.talk("simulating \(most) twins, to tell inputs from chance") }
    let line = ProgressLine(shown: !talk.quiet, headline: "")
    let work = Task {
      await twins.run(most, of: outcomes, jobs: jobs) {
        line.update(done: $0, wanted: most, events: 0, value: .nan)
      }
    }
    interrupts.stop { work.cancel() }
    let outcome = await work.value
    line.finish()
    guard let outcome else { return Outcome(gap: .stopped) }
    return Outcome(rows: outcome.rows, broken: outcome.broken)
  }
}
