import ArgumentParser
import DiscreteEvents
import Experiments
import ServiceModel

/// The command. Each verb stands in its own file.
@main
struct Caseload: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caseload",
    abstract: "Simulate a council's children's social care: children, workers and money.",
    discussion: Help.command,
    version: "caseload \(ModelVersion.current)",
    subcommands: [
      Run.self, Compare.self, Sweep.self, Merge.self, Reps.self, Select.self, Goal.self, Calibrate.self,
      Check.self, Explain.self, Measures.self, Init.self,
      RiskVerb.self, Finance.self, Hr.self, VacancyFactorVerb.self, ReportVerb.self, Trace.self, Diff.self,
      Verify.self, Stress.self, QualityAssurance.self,
    ])

  static func main() async {
    _ = GSLErrors.off
    do {
      var command = try parseAsRoot()
      if var verb = command as? any AsyncParsableCommand {
        try await verb.run()
      } else {
        try command.run()
      }
    } catch let failure as any CommandFailure {
      if !failure.words.isEmpty { Terminal.complain(failure.words) }
      exit(withError: ExitCode(failure.exitCode))
    } catch let fault as OutputFault {
      exit(withError: fault.usage)
    } catch {
      exit(withError: error)
    }
  }
}
