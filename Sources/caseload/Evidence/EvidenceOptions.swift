import ArgumentParser
import Evidence
import Experiments
import Foundation
import Results

/// Which result to draw evidence from, and where to write it. Shared by the verbs that do.
struct EvidenceOptions: ParsableArguments {
  @Argument(help: "Folder of a finished result (`caseload run … --raw`).", completion: .directory)
  var result: String

  @Option(name: .long, help: "Folder for the evidence. Default: the result's own.", completion: .directory)
  var out: String?

  @Option(name: .long, help: "Replications that run at one time. Default: the number of cores.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
  }

  var cores: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
  var folder: String { out ?? result }

  /// Opens the result, or ends the program with what is wrong.
  func open(_ talk: TalkOptions) throws -> FinishedResult {
    try Evidenced.orExit {
      let opened = try FinishedResult(result)
      if !opened.hasReadings, !talk.quiet {
        Terminal.talk(
          "\(result) has no readings of single replications (run --raw): its \(opened.replications) replications are simulated again, with the same numbers"
        )
      }
      return opened
    }
  }

  /// Writes the files, or ends the program with what is wrong.
  func write(_ files: [WholeFile.Prepared]) throws {
    do {
      try WholeFile.write(files, to: folder)
    } catch {
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
  }

  /// `Files: …`, for the end of what is said.
  func filesLine(_ files: [WholeFile.Prepared]) -> String {
    "Files: " + files.map { "\(folder)/\($0.name)" }.joined(separator: "\n       ") + "\n"
  }
}

/// Turns a failure to draw evidence into words and an exit code.
enum Evidenced {
  static func orExit<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let failure as EvidenceFailure {
      throw exit(failure)
    }
  }

  static func orExitAsync<Result>(_ work: () async throws -> Result) async throws -> Result {
    do {
      return try await work()
    } catch let failure as EvidenceFailure {
      throw exit(failure)
    }
  }

  private static func exit(_ failure: EvidenceFailure) -> ExitCode {
    Terminal.complain(failure.description)
    return ExitCode(failure.exitCode)
  }
}

/// Progress of many short runs beside a result, one line for all of them.
final class VariantProgress: Sendable {
  typealias Update = @Sendable (ReplicationRunner.Progress) -> Void

  private let line: ProgressLine
  private let wanted: Int
  private let before = Counter()

  init(_ wanted: Int, talk: TalkOptions) {
    self.wanted = wanted
    line = ProgressLine(shown: !talk.quiet, headline: "")
  }

  /// What to call after each replication of any of the runs.
  var update: Update {
    { [self] progress in
      let (done, events) = before.add(progress.latest.events)
      line.update(done: min(done, wanted), wanted: wanted, events: events, value: .nan)
    }
  }

  func finish() { line.finish() }
}
