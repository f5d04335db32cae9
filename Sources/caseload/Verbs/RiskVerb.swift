import ArgumentParser
import Evidence
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
      "Replications of each further run: single controls, stress, inputs; gross and target have those of the result. Default: no further runs."
  )
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
    let earlier = try previous.map { try RiskRow.table.read(EvidenceManifest.folder($0, of: nil)) } ?? []
    let budgets = try risks.check(bands, result)
    let session = Session(talk, jobs: evidence.cores)
    let each = min(reps, result.replications)
    let needed = each == 0 ? 0 : RiskRuns.replicationsNeeded(risks, result, each: each)
    if needed > 0 {
      talk.say(
        "the further runs need up to \(needed) replications: \(result.replications) of gross and of target, "
          + "\(each) of each other")
    }
    let parameters = result.stored.parameters
    let days = result.tables.calendar.monthLastDays
    let months = try risks.monthsRead(of: days)
    if let outside = risks.outside(days) { Terminal.complain("caution: \(outside)") }
    let work = { @Sendable (runs: KeptRuns) async throws -> [RiskFindings] in
      let readings = try await result.readings(runs, months: months, isWanted: risks.isWanted)
      var all = try risks.findings(
        bands, readings, budgets: budgets, parameters: parameters, earlier: earlier)
      if each > 0 {
        try await RiskRuns(VariantRuns(result, runs), risks, bands, budgets: budgets, replications: each)
          .complete(&all, readings)
      }
      return all
    }
    let all = try await session.evidence(
      result, needs: needed, in: evidence.kept, work)
    let files =
      RiskFindings.files(all, result.manifest) + all.flatMap { RiskPage($0, result.manifest).files }
    var words = RiskFindings.text(all, width: Terminal.width, colour: talk.isColoured)
    if let changed = result.manifest.changed { words = "\(changed)\n\n\(words)" }
    if !talk.quiet { words += "\n" }
    try evidence.finish(files, words, talk)
    guard reps == 0, !talk.quiet else { return }
    let more = RiskRuns.replicationsNeeded(risks, result, each: min(40, result.replications))
    Terminal.say(
      "Next: gross, target, the worth of controls and stress need further runs: --reps 40 simulates up to "
        + "\(more) replications, and can be interrupted and run again.\n")
  }
}
