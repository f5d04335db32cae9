import ArgumentParser
import Evidence
import Experiments
import Reports
import Results

/// `caseload risk`: evidence for a risk register.
struct RiskVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Produce evidence for a risk register from a result.", discussion: Help.risk)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "The register: a file of risks.", completion: .yaml)
  var register = "Scenarios/risks/improvement-plan.yaml"

  @Option(help: "The profile: a file of bands. Default: the one named in the register.", completion: .yaml)
  var profile: String?

  @Option(help: "Folder with an earlier risk_evidence.csv, to show the direction of travel.")
  var previous: String?

  @Option(
    help:
      "Replications of each further run: gross, target, controls, stress. Default: no further runs.")
  var reps = 0

  func validate() throws {
    if reps < 0 || reps == 1 {
      throw ValidationError("--reps must be 2 or more, or 0 for no further runs, not \(reps).")
    }
  }

  func run() async throws {
    let result = try evidence.open(talk)
    let risks = try RiskRegister(path: register, result: result)
    let bands = try RiskProfile(path: profile ?? risks.profilePath(register))
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
      "Next: gross, target, the worth of controls and stress need further runs: --reps 40 simulates up to \(needed) replications.\n"
    )
  }

  /// Gross, target, the worth of controls and the reverse stress test.
  private func addRuns(
    _ all: inout [RiskFindings], _ risks: RiskRegister, _ bands: RiskProfile, _ budgets: RiskBudgets,
    _ readings: MonthlyReadings, _ result: FinishedResult, _ session: Session
  ) async throws {
    let each = min(reps, result.replications)
    let needed = runs(risks, bands, budgets, result, reps: each) { _ in }.replicationsNeeded
    talk.say("the further runs need up to \(needed) replications, \(each) of each")
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
}
