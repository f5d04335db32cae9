import ArgumentParser
import Evidence
import Foundation
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
    let (pages, curves) = try await Evidenced.orExitAsync {
      let months = try WorkforceEvidence.months(result)
      let progress = VariantProgress(result.replications, talk: talk)
      let spells = try await result.spells(jobs: evidence.cores, progress: progress.update)
      progress.finish()
      return (
        WorkforcePages.table(months), RetentionCurves(spells, replications: result.replications)
      )
    }
    let files = [pages, curves.table].map { WholeFile.Prepared($0, result.manifest) }
    try evidence.write(files)
    Terminal.say(curves.text(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO)))
    if !talk.quiet { Terminal.say(evidence.filesLine(files)) }
  }
}
