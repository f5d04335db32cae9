import ArgumentParser
import Evidence
import Foundation
import Reports
import Results
import ServiceModel

/// `caseload report`: draws the pages and the workbook of a finished result.
struct ReportVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the pages of a finished result, comparison, worth or sweep.",
    discussion: Help.report)

  @Argument(help: "Folder of the result, or of what compare, worth or sweep wrote.", completion: .directory)
  var result: String

  @Flag(help: "Also write workbook.xlsx, with native charts and live totals.")
  var xlsx = false

  @Option(help: "Folder for the pages. Default: the folder of the result.", completion: .directory)
  var out: String?

  @Flag(help: "Replace pages of the same name that caseload did not write.")
  var force = false

  @Option(
    help: "A folder that compare or worth wrote: the board paper shows its levers.", completion: .directory)
  var levers: String?

  @Option(help: "Of a sweep: the output by which its points are ranked. Default: the cost.")
  var objective: String?

  @OptionGroup var budgets: BudgetOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let kind = try FolderKind(Path.trimmed(result))
    guard kind == .run else { return try drawn(of: kind) }
    if objective != nil { throw ReportVerb.onlyOfSweep }
    if let file = try budgets.file() { try await hold(against: file) }
    let files = try ReportFiles(
      of: Path.trimmed(result), newest: ModelVersion.current, levers: levers.map(Path.trimmed))
    let written = try files.write(to: out.map(Path.trimmed), workbook: xlsx, force: force)
    talk.answer {
      var answer = Answer("report")
      answer["files"] = .strings(written)
      return answer
    }
    for path in written { talk.say("wrote \(path)") }
  }

  /// Holds costs against budgets, as `finance` does, for the report to show.
  private func hold(against file: BudgetFile) async throws {
    let folder = Path.trimmed(result)
    let opened = try EvidenceOptions.open(folder, talk)
    let session = Session(talk, jobs: ProcessInfo.processInfo.activeProcessorCount)
    let readings = try await session.evidence(opened, needs: 0, in: folder + "/runs.sqlite") {
      try await opened.readings($0, isWanted: BudgetComparison.isWanted)
    }
    try BudgetOptions.say(file, beside: Tables.finance.readIfThere(opened.stored.bound))
    let comparison = BudgetComparison(readings, try Budgets(opened, file: file))
    let files = [
      BudgetRow.table.file(comparison.rows, opened.manifest),
      ToDateRow.table.file(comparison.toDate, opened.manifest),
    ]
    try EvidenceManifest.write(files, to: folder, of: ResultReader.digest(of: folder))
  }
}
