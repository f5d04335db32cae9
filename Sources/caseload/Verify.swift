import ArgumentParser
import Experiments
import Foundation
import ScenarioFiles
import ServiceModel
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
    name: .long, parsing: .singleValue,
    help: "A file of cases, instead of those that come with the program. May be given several times.",
    completion: .file(extensions: ["json"]))
  var file: [String] = []

  @Option(name: .long, help: "Only the cases of this group.")
  var group: String?

  @Option(name: .long, help: ArgumentHelp("Only these cases, separated by commas.", valueName: "id,…"))
  var only: String?

  @Option(name: .long, help: "Replications that run at one time. Default: the number of cores.")
  var jobs: Int?

  @Flag(name: .long, help: "Print the rows as JSON instead of the table.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
  }

  func run() async throws {
    let cases = try chosen()
    let verification = Verification(
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, reader: ScenarioOfCase.read)
    let progress = VerifyProgress(shown: !talk.quiet, cases: cases.count)
    let interrupts = Interrupts()
    let work = Task {
      var rows: [VerificationRow] = []
      var mistakes: [VerificationError] = []
      for (place, item) in cases.enumerated() where !Task.isCancelled {
        do throws(VerificationError) {
          rows += try await verification.rows(item) { done, wanted in
            progress.update(place: place, id: item.id, done: done, wanted: wanted)
          }
        } catch {
          mistakes.append(error)
        }
      }
      return (rows, mistakes)
    }
    interrupts.watch { work.cancel() }
    let (rows, mistakes) = await work.value
    progress.finish()
    if json {
      try sayJSON(rows)
    } else {
      Terminal.say(VerifyTable(rows, cases: talk.verbose ? cases : []).text(seconds: progress.elapsed))
    }
    if interrupts.signal != 0 { throw ExitCode(128 + interrupts.signal) }
    for mistake in mistakes { Terminal.complain("error: \(mistake)") }
    if !mistakes.isEmpty { throw ExitCode(65) }
    if !rows.allSatisfy(\.passed) { throw ExitCode(1) }
  }

  // MARK: Which cases

  private func chosen() throws -> [VerificationCase] {
    var cases: [VerificationCase] = []
    for path in file.isEmpty ? [try Self.shipped()] : file {
      guard let data = FileManager.default.contents(atPath: path) else {
        Terminal.complain("error: there is no file \(path), or it cannot be read")
        throw ExitCode(66)
      }
      do {
        cases += try CaseReading.cases(
          data, folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      } catch {
        Terminal.complain("error: \(path): \(error)")
        throw ExitCode(65)
      }
    }
    let groups = Set(cases.map(\.group)).sorted()
    if let group {
      guard groups.contains(group) else {
        throw ValidationError("There is no group '\(group)'; there are \(groups.joined(separator: ", ")).")
      }
      cases = cases.filter { $0.group == group }
    }
    guard let only else { return cases }
    let ids = only.split(separator: ",").map(String.init)
    for id in ids where !cases.contains(where: { $0.id == id }) {
      throw ValidationError(
        "There is no case '\(id)'; there are \(cases.map(\.id).joined(separator: ", ")).")
    }
    return cases.filter { ids.contains($0.id) }
  }

  /// The cases that come with the program: below the working folder, or below a folder that holds the executable.
  private static func shipped() throws -> String {
    let name = "Scenarios/verification/cases.json"
    var folders = [FileManager.default.currentDirectoryPath]
    var above = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
      .resolvingSymlinksInPath()
    while above.path != "/" {
      above.deleteLastPathComponent()
      folders.append(above.path)
    }
    for folder in folders {
      let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
      if FileManager.default.isReadableFile(atPath: path) { return path }
    }
    Terminal.complain("error: there is no \(name) here or beside the program; name one with --file")
    throw ExitCode(66)
  }

  // MARK: JSON

  private struct Row: Encodable {
    let id, group, title, quantity, reason: String
    let exact, simulated, standardError, z, halfWidth: Double?
    let passed: Bool
    let seconds: Double

    init(_ row: VerificationRow) {
      func finite(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
      id = row.caseID
      group = row.group
      title = row.title
      quantity = row.quantity
      reason = row.reason
      exact = finite(row.exact)
      simulated = finite(row.simulated)
      standardError = finite(row.standardError)
      z = finite(row.z)
      halfWidth = finite(row.relativeHalfWidth)
      passed = row.passed
      seconds = row.seconds
    }
  }

  private func sayJSON(_ rows: [VerificationRow]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Terminal.say(String(decoding: try encoder.encode(rows.map(Row.init)), as: UTF8.self) + "\n")
  }
}

/// The way from a case's scenario to parameters.
enum ScenarioOfCase {
  static func read(
    _ scenario: CaseScenario
  ) -> (parameters: ServiceParameters?, findings: [CaseFinding]) {
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    do throws(ScenarioFailure) {
      let read =
        switch scenario.origin {
        case .file(let path): try reader.read(path, sets: scenario.sets)
        case .text(let text): try reader.read(text: text, name: "case", sets: scenario.sets)
        }
      return (read.parameters, read.warnings.map(finding))
    } catch {
      return (nil, error.findings.map(finding))
    }
  }

  private static func finding(_ finding: Finding) -> CaseFinding {
    CaseFinding(code: finding.code, severity: finding.severity.rawValue, message: finding.message)
  }
}
