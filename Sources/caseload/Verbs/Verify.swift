import ArgumentParser
import Foundation
import Verification

/// `caseload verify`: compares the simulator with answers that come from outside it.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the simulator with exact answers from queueing, stock and renewal theory.",
    discussion: """
      Simulates textbook systems that are written as scenarios, and prints each exact answer beside the simulated \
      one. A comparison passes within 3.29 standard errors, if the half-width of the 95% interval is as small as the \
      case asks for.

      EXAMPLES
        caseload verify
        caseload verify --group queueing
        caseload verify --only Q01,X02 -v
        caseload verify --file my-cases.json
      """)

  @Option(
    help: "A file of cases, instead of those that come with the program. May be given several times.",
    completion: .file(extensions: ["json"]))
  var file: [String] = []

  @Option(help: "Only the cases of this group.")
  var group: String?

  @Option(help: ArgumentHelp("Only these cases, separated by commas.", valueName: "id,…"))
  var only: String?

  @OptionGroup var jobs: JobOptions

  @Flag(help: "Print the rows as JSON instead of the table.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let cases = try chosen()
    let session = Session(talk, jobs: jobs.cores)
    let (verification, line) = (Verification(jobs: session.jobs), session.line)
    let (rows, mistakes) = try await session.run {
      var rows: [VerificationRow] = []
      var mistakes: [String] = []
      for (place, item) in cases.enumerated() where !Task.isCancelled {
        do throws(VerificationError) {
          rows += try await verification.rows(item) { done, wanted in
            line.show { "case \(place + 1) of \(cases.count), \(item.id): \(done)/\(wanted) replications" }
          }
        } catch {
          mistakes.append("error: \(error)")
        }
      }
      return (rows, mistakes)
    }
    if json {
      try Terminal.say(json: rows.map(VerifyTable.Row.init))
    } else {
      Terminal.say(VerifyTable(rows, cases: talk.verbose ? cases : []).text(seconds: line.elapsed))
    }
    try session.endIfStopped()
    if !mistakes.isEmpty { throw Ending(mistakes.joined(separator: "\n"), 65) }
    if !rows.allSatisfy(\.passed) { throw Ending("", 1) }
  }

  // MARK: Which cases

  private func chosen() throws -> [VerificationCase] {
    var cases: [VerificationCase] = []
    for path in file.isEmpty ? [try Self.shipped()] : file {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Ending("error: there is no file \(path), or it cannot be read", 66)
      }
      do {
        cases += try CaseReading.cases(
          data, folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      } catch {
        throw Ending("error: \(path): \(error)", 65)
      }
    }
    do {
      return try CaseReading.choose(cases, group: group, ids: only?.split(separator: ",").map(String.init))
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// The cases that come with the program: below the working folder, or below a folder that holds the executable.
  private static func shipped() throws -> String {
    let name = "Scenarios/verification/cases.json"
    var folders = [FileManager.default.currentDirectoryPath]
    var above = URL(fileURLWithPath: Path.program)
    while above.path != "/" {
      above.deleteLastPathComponent()
      folders.append(above.path)
    }
    let paths = folders.map { URL(fileURLWithPath: $0).appendingPathComponent(name).path }
    guard let found = paths.first(where: FileManager.default.isReadableFile(atPath:)) else {
      throw Ending("error: there is no \(name) here or beside the program; name one with --file", 66)
    }
    return found
  }
}
