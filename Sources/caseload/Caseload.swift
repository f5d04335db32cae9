import ArgumentParser
import CProcess
import DiscreteEvents
import Experiments
import Notation
import Results
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
      Run.self, Compare.self, WorthVerb.self, Sweep.self, Merge.self, Reps.self, Select.self, Goal.self,
      Calibrate.self, Check.self, Explain.self, Measures.self, Init.self, Councils.self, BacktestVerb.self,
      RiskVerb.self, Finance.self, Hr.self, VacancyFactorVerb.self, ReportVerb.self, Trace.self, Diff.self,
      Verify.self, Stress.self, QualityAssurance.self, GlossaryVerb.self,
    ])

  static func main() async {
    caseload_fill_descriptors()
    Guard.stand()
    caseload_fail_writes()
    Interrupts.here.listen()
    Staging.listen { Guard.note(.place, $0) }
    _ = GSLErrors.off
    Terminal.end(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Does what the words ask for.
  ///
  /// - Returns: the exit code.
  private static func run(_ words: [String]) async -> Int32 {
    if words.contains("--json") { Terminal.answersInJSON(true) }
    let typed = words.first { !$0.hasPrefix("-") } ?? ""
    var verb: any ParsableCommand.Type = Caseload.self
    do {
      var command = try parseAsRoot(CommandWords(words).parsed)
      verb = type(of: command)
      if var verb = command as? any AsyncParsableCommand {
        try await verb.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as any CommandFailure {
      return failure.end(of: typed)
    } catch let fault as OutputFault {
      return tell(fault.usage, of: verb, typed)
    } catch {
      return tell(error, of: verb, typed)
    }
  }

  /// Says what the parser has to say: help and the like on standard output, mistakes on standard error.
  ///
  /// - Parameters:
  ///   - verb: whose usage is shown beside a mistake.
  ///   - typed: what the verb was called.
  private static func tell(_ error: any Error, of verb: any ParsableCommand.Type, _ typed: String) -> Int32 {
    let code = exitCode(for: error)
    if code == .success {
      let text = fullMessage(for: error, columns: Terminal.width)
      Terminal.answersInJSON(false)
      // Help is for people; a completion script is for a shell.
      if text.contains("\nUSAGE: ") { Terminal.say(text + "\n") } else { Terminal.say(data: text + "\n") }
      return 0
    }
    let text = usage(error, of: verb)
    if code == .failure, !(error is ExitCode) {
      // No failure that the command knows.
      return Ending.ours("error: \(text).").end(of: typed)
    }
    if Terminal.owesAnswer, !text.isEmpty {
      let said = text.split(separator: "\n").first.map(String.init) ?? text
      Terminal.say(answer: Answer(failureOf: typed, said, [], exitCode: code.rawValue).json)
    }
    if !text.isEmpty { Terminal.tell(text) }
    return code.rawValue
  }

  /// A mistake with the usage of the verb that found it. What a verb finds wrong after it was parsed comes without its place
  /// below the command.
  private static func usage(_ error: any Error, of verb: any ParsableCommand.Type) -> String {
    guard verb != Caseload.self else { return fullMessage(for: error, columns: Terminal.width) }
    let name = verb._commandName
    return verb.fullMessage(for: error, columns: Terminal.width)
      .replacing("Usage: \(name)", with: "Usage: caseload \(name)")
      .replacing("See '\(name) ", with: "See 'caseload \(name) ")
  }
}
