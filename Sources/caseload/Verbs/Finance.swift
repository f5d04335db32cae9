import ArgumentParser
import Evidence
import Reports
import Results
import ScenarioFiles

/// `caseload finance`: what growth in children looked after costs, and what drove it.
struct Finance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cost the growth in looked-after children against no growth, and show what drives it.",
    discussion: Help.finance)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "A file of the drivers of growth among which its cost is divided.", completion: .yaml)
  var drivers: String?

  @Option(
    name: .customLong("saving"), help: "An overlay whose savings are to be classed. May be repeated.",
    completion: .yaml)
  var savings: [String] = []

  @Option(help: "Replications of each further run.")
  var reps = 20

  @Flag(help: "Fail where the scenario sets no budget for looked-after children.")
  var againstBudget = false

  func validate() throws {
    if reps < 2 { throw ValidationError("--reps must be 2 or more, not \(reps).") }
  }

  func run() async throws {
    let result = try evidence.open(talk)
    let session = Session(talk, jobs: evidence.cores)
    let runs = VariantRuns(result, jobs: session.jobs)
    let (named, idle) = try read(runs)
    let budgets = try againstBudget ? Budgets.required(result) : Budgets.lookedAfter(result)
    let each = min(reps, result.replications)
    let needed =
      (named.map { GrowthAttribution.replicationsNeeded($0, each: each) } ?? 0) + savings.count * each
    if needed > 0 { talk.say("the further runs need \(needed) replications, \(each) of each") }
    let progress = session.progress(of: needed + (result.hasReadings ? 0 : result.replications))
    let readings = try await result.readings(
      jobs: session.jobs, progress: progress, isWanted: GrowthCost.isWanted)
    let growth = try GrowthCost(readings, budgets: budgets)
    let (rows, parts, values) = (growth.rows, growth.parts, growth.presentValues())
    let (width, colour) = (Terminal.width, talk.isColoured)
    var files = [
      GrowthRow.table.file(rows, result.manifest), GrowthPartRow.table.file(parts, result.manifest),
      PresentValueRow.table.file(values, result.manifest),
    ]
    var said = [GrowthRow.text(rows, parts, values, width: width, colour: colour)]
    if let named {
      let shares = try await GrowthAttribution(runs, named, replications: each, progress: progress)
      files.append(GrowthDriverRow.table.file(shares.rows, result.manifest))
      said.append(GrowthDriverRow.text(shares.rows, width: width, colour: colour))
      if !idle.isEmpty { said.append(GrowthDrivers.words(leftOut: idle)) }
    }
    var saved: [Savings] = []
    for overlay in savings {
      saved.append(
        try await Savings(runs, overlay: overlay, base: readings, replications: each, progress: progress))
    }
    if !saved.isEmpty { files.append(SavingRow.table.file(saved.flatMap(\.rows), result.manifest)) }
    said += saved.map { SavingRow.text($0.totals, width: width, colour: colour) }
    session.line.finish()
    var words = said.joined(separator: "\n")
    if budgets == nil, !talk.quiet {
      words +=
        "No budget is set for looked-after children (money.budget.…), so the likelihood of an overspend cannot be given.\n"
    }
    try evidence.finish(files, words, talk)
  }

  /// The drivers that are named, without those that take nothing away.
  private func read(_ runs: VariantRuns) throws -> (named: GrowthDrivers?, idle: [GrowthDrivers.Driver]) {
    guard let drivers else { return (nil, []) }
    let parted = try GrowthDrivers(path: drivers).parted { sets throws(ScenarioFailure) in
      try runs.scenario(sets: sets).hash
    }
    return (parted.moving, parted.idle)
  }
}
