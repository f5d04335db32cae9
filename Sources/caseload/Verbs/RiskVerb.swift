import ArgumentParser
import Evidence
import Experiments
import Foundation
import Reports
import Results

/// `caseload risk`: evidence for a risk register.
struct RiskVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Draw evidence for a risk register from a result.",
    discussion: """
      A register is a file of risks: each says, over the monthly measures, when it counts as having happened and what it \
      costs. A profile is a file with the bands of your council's matrix. Writes risk_evidence.csv, risk_controls.csv, \
      risk_early_warning.csv, risk_reverse_stress.csv, risk_thresholds.csv (levels for the report's charts), and one page \
      for each risk in Markdown and HTML with a paragraph ready to paste.

      What needs no further run comes from the result alone. With --reps, the scenario is run again on the same random \
      numbers without its controls (gross), with the planned actions (target), without each control, under stress, and with \
      inputs that are uncertain drawn apart; the \
      command says how many replications that needs.

      EXAMPLES
        caseload run Scenarios/cheshire-east-2015.yaml --raw
        caseload risk Results/cheshire-east-2015
        caseload risk Results/cheshire-east-2015 --reps 40 --profile Scenarios/profiles/generic-5x5.yaml
        caseload risk Results/this-year --previous Results/last-year
      """)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "The register: a file of risks.", completion: .yaml)
  var register = "Scenarios/risks/improvement-plan.yaml"

  @Option(help: "The profile: a file of bands. Default: the one that the register names.", completion: .yaml)
  var profile: String?

  @Option(help: "Folder with an earlier risk_evidence.csv, for the direction of travel.")
  var previous: String?

  @Option(
    help:
      "Replications of each run beside the result: gross, target, controls, stress. Default: none are run.")
  var reps = 0

  func validate() throws {
    if reps < 0 || reps == 1 {
      throw ValidationError("--reps must be 2 or more, or 0 for no runs, not \(reps).")
    }
  }

  func run() async throws {
    let result = try evidence.open(talk)
    let risks = try RiskRegister(path: register, result: result)
    let bands = try RiskProfile(path: try profilePath(risks))
    let earlier = try previous.map { try RiskRow.table.read($0) } ?? []
    let budgets = try risks.check(bands, result)
    let session = Session(talk, jobs: evidence.cores)
    let all = try await session.run { () async throws -> [RiskFindings] in
      let readings = try await result.readings(
        jobs: session.jobs, progress: session.progress(of: result.replications), isWanted: risks.isWanted)
      session.line.finish()
      var all = try risks.findings(
        bands, readings, budgets: budgets, parameters: result.stored.parameters, earlier: earlier)
      if reps > 0 { try await addRuns(&all, risks, bands, budgets, readings, result, session) }
      return all
    }
    let files =
      RiskFindings.files(all, result.manifest) + all.flatMap { RiskPage($0, result.manifest).files }
    var words = RiskFindings.text(all, width: Terminal.width, colour: talk.isColoured)
    if !talk.quiet { words += "\n" }
    try evidence.finish(files, words, talk)
    guard reps == 0, !talk.quiet else { return }
    let needed = runs(risks, bands, budgets, result, reps: 40) { _ in }.replicationsNeeded
    Terminal.say(
      "Next: gross, target, the worth of controls and stress need runs beside the result: --reps 40 runs up to \(needed) replications.\n"
    )
  }

  /// Gross, target, the worth of controls and the reverse stress test.
  private func addRuns(
    _ all: inout [RiskFindings], _ risks: RiskRegister, _ bands: RiskProfile, _ budgets: RiskBudgets,
    _ readings: MonthlyReadings, _ result: FinishedResult, _ session: Session
  ) async throws {
    let each = min(reps, result.replications)
    let needed = runs(risks, bands, budgets, result, reps: each) { _ in }.replicationsNeeded
    talk.say("the runs beside the result need up to \(needed) replications, \(each) of each")
    try await runs(risks, bands, budgets, result, reps: each, progress: session.progress(of: needed))
      .complete(&all, readings)
  }

  private func runs(
    _ risks: RiskRegister, _ bands: RiskProfile, _ budgets: RiskBudgets, _ result: FinishedResult, reps: Int,
    progress: @escaping @Sendable (ReplicationRunner.Progress) -> Void
  ) -> RiskRuns {
    RiskRuns(
      VariantRuns(result, jobs: evidence.cores), risks, bands, budgets: budgets,
      replications: min(reps, result.replications), progress: progress)
  }

  /// The profile asked for, or the one that the register names, from the register's folder.
  private func profilePath(_ risks: RiskRegister) throws -> String {
    if let profile { return profile }
    guard let named = risks.profile else {
      throw EvidenceFailure(
        "\(register): error[no-profile]: The register names no profile.\nhelp: give one with --profile")
    }
    if named.hasPrefix("/") { return named }
    return URL(fileURLWithPath: register).deletingLastPathComponent().appendingPathComponent(named)
      .relativePath
  }
}
