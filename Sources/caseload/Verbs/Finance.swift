import ArgumentParser
import Evidence
import Reports
import Results
import ScenarioFiles

/// `caseload finance`: what growth in children looked after costs, and what drove it.
struct Finance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cost growth in looked-after children against a flat number, and say what it is made of.",
    discussion: """
      Writes finance_growth.csv (by year, nominal and real, with quantiles), finance_pvm.csv (volume by entries and by \
      length of stay, mix and price, adding up to the penny) and finance_npv.csv (at the Green Book's rates). With \
      --drivers, every combination of drivers is simulated and finance_attribution.csv divides growth among them; with \
      --saving, finance_savings.csv says what an overlay saves, by class. Both run the scenario again on the same random \
      numbers, and say how many replications they need.

      EXAMPLES
        caseload run Scenarios/cheshire-east-2015.yaml --raw
        caseload finance Results/cheshire-east-2015
        caseload finance Results/cheshire-east-2015 --drivers Scenarios/profiles/growth-drivers.yaml --reps 20
      """)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "A file of drivers of growth, to divide its cost among.", completion: .yaml)
  var drivers: String?

  @Option(
    name: .customLong("saving"), help: "An overlay whose savings to class. May be given several times.",
    completion: .yaml)
  var savings: [String] = []

  @Option(help: "Replications of each run beside the result.")
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
    if needed > 0 { talk.say("the runs beside the result need \(needed) replications, \(each) of each") }
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
        "No budget is set for looked-after children (money.budget.…), so nothing says how likely an overspend is.\n"
    }
    try evidence.finish(files, words, talk)
  }

  /// The drivers that are named, without those that take nothing away.
  private func read(_ runs: VariantRuns) throws -> (named: GrowthDrivers?, idle: [GrowthDrivers.Driver]) {
    guard let drivers else { return (nil, []) }
    return try GrowthDrivers(path: drivers).parted { sets throws(ScenarioFailure) in
      try runs.scenario(sets: sets).hash
    }
  }
}
