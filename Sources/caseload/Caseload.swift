import ArgumentParser
import DiscreteEvents
import Experiments
import ServiceModel

/// The command. Each verb stands in its own file.
@main
struct Caseload: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caseload",
    abstract: "Simulates a council's children's social care: children, workers and money.",
    discussion: """
      One scenario file describes a council. `run` simulates it many times and says what is likely, what it costs \
      and how sure that is.

      EXAMPLES
        caseload run Scenarios/cheshire-east-2015.yaml
        caseload run Scenarios/cheshire-east-2015.yaml --set demand.growthPerYear=0.03 --out Results/growth
        caseload compare Scenarios/cheshire-east-2015.yaml retention.yaml --reps 100
        caseload sweep Scenarios/cheshire-east-2015.yaml --vary demand.growthPerYear=0:0.05/6 --reps 20
        caseload explain Scenarios/cheshire-east-2015.yaml leaving.caseloadElasticity
        caseload trace Scenarios/cheshire-east-2015.yaml --child 2500
        caseload diff Results/cheshire-east-2015 Results/growth
        caseload report Results/cheshire-east-2015 --xlsx

      EXIT CODES
        0 done; 1 a check failed; 64 wrong usage; 65 invalid scenario or data; 66 no such input; 69 a program that is \
      needed is not installed; 70 our own mistake; \
      73 the output cannot be created; 74 input/output error or disk full; 75 unfinished, run again to resume; 130 and 143 interrupted, results so far \
      written.
      """,
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
