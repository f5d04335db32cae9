import ArgumentParser
import Evidence
import Reports
import Results

/// `caseload vacancy-factor`: what share of posts stands empty, and what a budgeted share needs.
struct VacancyFactorVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacancy-factor",
    abstract: "Compare a budgeted vacancy factor with turnover and time to hire.",
    discussion: Help.vacancyFactor)

  @Argument(help: "Folder of a finished result (`caseload run … --raw`).", completion: .directory)
  var result: String?

  @Option(help: "The budgeted share of posts that are vacant, such as 5% or 0.05. Default with a result: 5%.")
  var factor: PercentShare?

  @Option(help: "Leavers a year for each filled post, such as 15.9%; only without a result.")
  var turnover: PercentShare?

  @Option(help: "Weeks from a leaver to the next starter; only without a result.")
  var weeks: Double?

  @OptionGroup var place: EvidencePlace
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if let factor, factor.share >= 1 {
      throw ValidationError("--factor must be from 0% to below 100%, not \(factor.text).")
    }
    if result == nil, turnover == nil || weeks == nil {
      throw ValidationError("Name a result, or give --turnover and --weeks.")
    }
    if result != nil, turnover != nil || weeks != nil {
      throw ValidationError("With a result, turnover and weeks are taken from the simulation.")
    }
    if let weeks, !(weeks >= 0 && weeks.isFinite) {
      throw ValidationError("--weeks must be 0 or more, not \(weeks).")
    }
    if let turnover, turnover.share <= 0 { throw ValidationError("--turnover must be above 0%.") }
  }

  func run() async throws {
    guard let result else {
      let text = try VacancyFactor.calculation(
        turnover: turnover?.share ?? 0, weeks: weeks ?? 0, factor: factor?.share)
      return Terminal.say(text)
    }
    let opened = try EvidenceOptions.open(result, talk)
    let session = Session(talk, jobs: place.jobs.cores)
    let readings = try await opened.readings(
      jobs: session.jobs, progress: session.progress(of: opened.replications),
      isWanted: VacancyFactor.isWanted)
    session.line.finish()
    let found = VacancyFactor(readings, factor: factor?.share ?? 0.05)
    try place.finish(
      [VacancyRow.table.file(found.rows, opened.manifest)],
      VacancyRow.text(found.rows, width: Terminal.width, colour: talk.isColoured), beside: result, talk)
  }
}
