import ArgumentParser
import Reports

/// `caseload report`: draws the pages and the workbook of a finished result.
struct ReportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report, the board paper and the charts of a finished result.",
    discussion: Help.report)

  @Argument(help: "Folder of the result.", completion: .directory)
  var result: String

  @Flag(help: "Also write workbook.xlsx, with native charts and live totals.")
  var xlsx = false

  @Option(help: "Folder for the pages. Default: the folder of the result.", completion: .directory)
  var out: String?

  @Flag(help: "Replace pages of the same name that caseload did not write.")
  var force = false

  @OptionGroup var talk: TalkOptions

  func run() throws {
    let files = try ReportFiles(of: Path.trimmed(result))
    var written = try files.writePages(to: out.map(Path.trimmed), force: force)
    if xlsx { written.append(try files.writeWorkbook(to: out.map(Path.trimmed))) }
    for path in written { talk.say("wrote \(path)") }
  }
}
