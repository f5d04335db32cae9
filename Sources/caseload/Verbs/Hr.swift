import ArgumentParser
import Evidence
import Reports
import Results

/// `caseload hr`: the workforce month by month, and how long people stay.
struct Hr: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hr",
    abstract: "Write the workforce pages of a result: monthly figures and retention curves.",
    discussion: """
      Writes hr_kpis.csv (each workforce measure at each month end, by role and by team, with its range over the \
      replications) and hr_survival.csv (the share still with the council after each length of service: Kaplan-Meier, \
      Greenwood's standard error, numbers at risk). The Department for Education's own columns are in dfe_csww.csv, which \
      `run` writes.

      EXAMPLES
        caseload run Scenarios/cheshire-east-2015.yaml --raw
        caseload hr Results/cheshire-east-2015
      """)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let result = try evidence.open(talk)
    let months = try WorkforcePages.rows(result)
    let session = Session(talk, jobs: evidence.cores)
    let spells = try await result.spells(
      jobs: session.jobs, progress: session.progress(of: result.replications))
    session.line.finish()
    let curves = RetentionCurves(spells, replications: result.replications).rows
    let files = [
      WorkforceMonthRow.table.file(months, result.manifest), RetentionRow.table.file(curves, result.manifest),
    ]
    try evidence.finish(
      files, RetentionRow.text(curves, width: Terminal.width, colour: talk.isColoured), talk)
  }
}
