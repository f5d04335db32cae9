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

  @Argument(help: "Folder of a finished result (`run --raw` makes one).", completion: .directory)
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
    if result == nil, place.out != nil || place.jobs.jobs != nil {
      throw ValidationError("--out and --jobs are for a result; without one nothing is simulated or written.")
    }
    if let factor, !(0..<1).contains(factor.share) {
      throw ValidationError("--factor must be from 0% to below 100%, not \(factor.text).")
    }
    if result == nil, turnover == nil || weeks == nil {
      throw ValidationError("Name a result, or give --turnover and --weeks.")
    }
    if result != nil, turnover != nil || weeks != nil {
      throw ValidationError("With a result, turnover and weeks are taken from the simulation.")
    }
    if let weeks, !(0...520).contains(weeks) {
      throw ValidationError("--weeks must be from 0 to 520 (ten years), not \(weeks).")
    }
    if let turnover, !(turnover.share > 0 && turnover.share <= 10) {
      throw ValidationError("--turnover must be above 0% and at most 1000% a year, not \(turnover.text).")
    }
  }

  func run() async throws {
    guard let result else {
      let text = try VacancyFactor.calculation(
        turnover: turnover?.share ?? 0, weeks: weeks ?? 0, factor: factor?.share)
      talk.answer {
        var answer = Answer("vacancy-factor")
        answer["words"] = .strings(text.split(separator: "\n").map(String.init))
        return answer
      }
      return Terminal.say(text)
    }
    let opened = try EvidenceOptions.open(result, talk)
    let session = Session(talk, jobs: place.jobs.cores)
    let readings = try await session.evidence(
      opened, needs: 0, in: (place.out ?? result) + "/runs.sqlite"
    ) { try await opened.readings($0, isWanted: VacancyFactor.isWanted) }
    let found = VacancyFactor(readings, factor: factor?.share ?? 0.05)
    try place.finish(
      [VacancyRow.table.file(found.rows, opened.manifest)],
      VacancyRow.text(found.rows, width: Terminal.width, colour: talk.isColoured), beside: result, talk)
  }
}
