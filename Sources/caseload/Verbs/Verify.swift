import ArgumentParser
import Verification

/// `caseload verify`: compares the simulator with answers that come from outside it.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the simulator with exact answers from queueing, stock and renewal theory.",
    discussion: Help.verify)

  @Option(
    help: "A file of cases, instead of those that come with the program. May be repeated.",
    completion: .file(extensions: ["json"]))
  var file: [String] = []

  @Option(help: "Only the cases of this group.")
  var group: String?

  @Option(help: ArgumentHelp("Only these cases, separated by commas.", valueName: "id,…"))
  var only: String?

  @OptionGroup var jobs: JobOptions

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let all = try CaseFiles.read(file)
    let cases = try chosen(all)
    let session = Session(talk, jobs: jobs.cores)
    let (verification, line) = (Verification(jobs: session.jobs), session.line)
    let (rows, mistakes) = try await session.run {
      await verification.rows(cases) { place, done, wanted in
        line.show {
          "case \(place + 1) of \(cases.count), \(cases[place].id): \(done)/\(wanted) replications"
        }
      }
    }
    if talk.json {
      try Terminal.say(json: rows.map(VerificationTable.Row.init))
    } else {
      Terminal.say(VerificationTable(rows, cases: talk.verbose ? cases : []).text(seconds: line.elapsed))
    }
    try session.endIfStopped()
    if !mistakes.isEmpty { throw Ending(mistakes.map { "error: \($0)" }.joined(separator: "\n"), 65) }
    if !rows.allSatisfy(\.passed) { throw Ending("", 1) }
  }

  private func chosen(_ cases: [VerificationCase]) throws -> [VerificationCase] {
    do {
      return try CaseReading.choose(cases, group: group, ids: only?.split(separator: ",").map(String.init))
    } catch {
      throw ValidationError(error.message)
    }
  }
}
