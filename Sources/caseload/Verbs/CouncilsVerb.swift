import ArgumentParser
import Foundation
import National
import Notation
import Results

/// `caseload councils`: whose figures there are.
struct Councils: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List England's councils and the newest figures of each.", discussion: Help.councils)

  @Argument(help: "Part of the names or the region wanted.")
  var part: String?

  @Option(help: "The folder of the national table.", completion: .directory)
  var national = NationalTable.shipped

  @Option(help: "Make the table anew from the panel in this folder.", completion: .directory)
  var panel: String?

  @Option(help: "Where the new table is to stand. Default: the folder of the shipped one.")
  var out: String?

  @Flag(help: "Estimate from the table how things drift from year to year, and write it beside the table.")
  var priors = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Of the estimates, only that of what was known of this year. Default: of each from 2015.",
      valueName: "year"))
  var asOf: Int?

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    if out != nil, panel == nil, !priors {
      throw ValidationError(
        "--out says where a table made from --panel, or estimates of --priors, are to stand.")
    }
    if priors, panel != nil { throw ValidationError("Make the table first, and --priors from it then.") }
    if asOf != nil, !priors { throw ValidationError("--as-of is for --priors.") }
  }

  func run() async throws {
    if let panel { return try make(panel, in: out ?? national) }
    let table = try NationalTable(folder: national)
    if priors {
      if let asOf, !table.years.contains(asOf) {
        throw ValidationError(
          "--as-of \(asOf) is no year of the table, \(table.years.lowerBound) to \(table.years.upperBound).")
      }
      let file = await PriorsFile.made(
        from: table, asOf: asOf, jobs: ProcessInfo.processInfo.activeProcessorCount)
      guard file.estimates.contains(where: { !$0.drivers.isEmpty }) else {
        throw Ending(
          "error: nothing can be estimated from what was known of \(asOf.map(String.init) ?? "any year"): nothing was written\nhelp: give a later year with --as-of",
          65)
      }
      let folder = out ?? national
      let others = try PriorsFile.read(folder)?.estimates.filter { $0.year != asOf } ?? []
      let whole = asOf == nil ? file : PriorsFile((others + file.estimates).sorted { $0.year < $1.year })
      try WholeFile.write([whole.file], to: folder)
      return Terminal.say(file.text)
    }
    let wanted = part?.lowercased()
    let rows = table.real.filter { council in
      wanted.map { "\(council.name) \(council.region) \(council.code)".lowercased().contains($0) } ?? true
    }.map { CouncilRow($0, table) }
    guard !rows.isEmpty else { throw NationalFailure.noneNamed(part ?? "") }
    if json { return try Terminal.say(json: rows) }
    Terminal.say(CouncilRow.text(rows))
  }

  private func make(_ panel: String, in folder: String) throws {
    let table = try PanelReader.read(panel)
    try WholeFile.write(table.files, to: folder)
    Terminal.say(
      "wrote \(folder): \(table.real.count) councils, \(NationalMeasure.all.count) columns, "
        + "\(table.years.lowerBound) to \(table.years.upperBound)\n")
  }
}
