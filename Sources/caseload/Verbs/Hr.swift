import ArgumentParser
import Evidence
import Reports
import Results

/// `caseload hr`: the workforce month by month, and how long people stay.
struct Hr: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hr",
    abstract: "Write the workforce tables of a result: monthly figures and retention curves.",
    discussion: Help.hr)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let result = try evidence.open(talk)
    let months = try WorkforcePages.rows(result)
    let session = Session(talk, jobs: evidence.cores)
    let spells = try await session.run {
      try await result.spells(jobs: session.jobs, progress: session.progress(of: result.replications))
    }
    let curves = RetentionCurves(spells, replications: result.replications).rows
    let files = [
      WorkforceMonthRow.table.file(months, result.manifest), RetentionRow.table.file(curves, result.manifest),
    ]
    try evidence.finish(
      files, RetentionRow.text(curves, width: Terminal.width, colour: talk.isColoured), talk)
  }
}
