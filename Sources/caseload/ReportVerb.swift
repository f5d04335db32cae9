import ArgumentParser
import Foundation
import Reports
import Results

/// `caseload report`: draws the pages and the workbook of a finished result.
struct ReportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Draw the report, the board paper and the charts of a finished result.",
    discussion: """
      Writes report.html (one file that needs nothing else), board.html (one side of A4) and charts/*.vl.json \
      (Vega-Lite) into the folder of the result. Nothing is simulated. Tables that `risk`, `finance` and `hr` put \
      into the folder are shown too.

      EXAMPLES
        caseload report Results/cheshire-east-2015
        caseload report Results/cheshire-east-2015 --xlsx
        caseload report Results/cheshire-east-2015 --out ~/board --xlsx
      """)

  @Argument(help: "Folder of the result.", completion: .directory)
  var result: String

  @Flag(name: .long, help: "Also write workbook.xlsx, with native charts and live totals.")
  var xlsx = false

  @Option(
    name: .long, help: "Folder for the pages. Default: the folder of the result.", completion: .directory)
  var out: String?

  @Flag(name: .long, help: "Replace pages of the same name that caseload did not write.")
  var force = false

  @OptionGroup var talk: TalkOptions

  func run() throws {
    let folder = Paths.trimmed(result)
    do throws(ReportFailure) {
      let files = try ReportFiles(of: folder)
      var written = try files.writePages(to: out.map(Paths.trimmed), force: force)
      if xlsx { written.append(try files.writeWorkbook(to: out.map(Paths.trimmed))) }
      if !talk.quiet { for path in written { Terminal.talk("wrote \(path)") } }
    } catch {
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
  }
}

/// Paths as people type them.
enum Paths {
  /// The path without slashes at its end; `/` stays.
  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
