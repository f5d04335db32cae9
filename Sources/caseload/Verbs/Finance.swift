import ArgumentParser
import Evidence
import Results
import ScenarioFiles

/// `caseload finance`: what children looked after cost beyond a flat number, what drove it, and what budgets it leaves.
struct Finance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cost the growth in looked-after children against no growth, and hold costs against budgets.",
    discussion: Help.finance)

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var budgets: BudgetOptions

  @Option(help: "A file of the drivers of growth among which its cost is divided.", completion: .yaml)
  var drivers: String?

  @Option(
    name: .customLong("saving"),
    help: "An overlay: what it changes in the whole cost of the service, by year and class. May be repeated.",
    completion: .yaml)
  var savings: [String] = []

  @Option(
    help: "Share of what social workers cost that counts as a cost of children looked after, such as 25%.")
  var staffShare: PercentShare?

  @Option(help: "Replications of each further run.")
  var reps = 20

  @Flag(help: "Fail where no budget is set for looked-after children.")
  var againstBudget = false

  func validate() throws {
    if reps < 2 { throw ValidationError("--reps must be 2 or more, not \(reps).") }
    if let staffShare, !(0...1).contains(staffShare.share) {
      throw ValidationError("--staff-share must be from 0% to 100%, not \(staffShare.text).")
    }
    try GivenOnce.check(savings.map(Path.plain), "--saving")
  }

  func run() async throws {
    let result = try evidence.open(talk)
    let session = Session(talk, jobs: evidence.cores)
    let file = try budgets.file()
    let book = try Budgets(result, file: file)
    try BudgetOptions.say(file, beside: Tables.finance.readIfThere(result.stored.bound))
    let years = result.tables.calendar.yearLabels
    if againstBudget { try book.require(years) }
    let (named, idle) = try read(VariantRuns(result, KeptRuns(jobs: session.jobs)))
    let each = min(reps, result.replications)
    let needed =
      (named.map { GrowthAttribution.replicationsNeeded($0, each: each) } ?? 0) + savings.count * each
    if needed > 0 { talk.say("the further runs need \(needed) replications, \(each) of each") }
    var work = FinanceRun(result, book, staffShare: staffShare?.share ?? 0, replications: each)
    (work.drivers, work.idle, work.overlays) = (named, idle, savings)
    let wanted = work
    let drawn = try await session.evidence(result, needs: needed, in: evidence.kept) {
      try await wanted.run($0)
    }
    try evidence.finish(
      drawn.files(result.manifest), drawn.words(width: Terminal.width, colour: talk.isColoured), talk)
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
