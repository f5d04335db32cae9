import ArgumentParser
import Evidence
import Foundation
import Results

/// `caseload vacancy-factor`: what share of posts stands empty, and what a budgeted share needs.
struct VacancyFactorVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacancy-factor",
    abstract: "Hold a budgeted vacancy factor against turnover and time to hire.",
    discussion: """
      In the long run the share of posts empty is turnover × lag / (1 + turnover × lag), where lag is the time from a \
      leaver to the next starter. With a result, the formula stands beside what was simulated, role by role, and \
      vacancy_factor.csv is written. Without one, it is a calculation.

      EXAMPLES
        caseload vacancy-factor Results/cheshire-east-2015 --factor 5%
        caseload vacancy-factor --turnover 15.9% --weeks 16 --factor 5%
      """)

  @Argument(help: "Folder of a finished result (`caseload run … --raw`).", completion: .directory)
  var result: String?

  @Option(name: .long, help: "Budgeted share of posts empty, such as 5% or 0.05. Default with a result: 5%.")
  var factor: Share?

  @Option(name: .long, help: "Leavers a year for each filled post, such as 15.9%; without a result.")
  var turnover: Share?

  @Option(name: .long, help: "Weeks from a leaver to the next starter; without a result.")
  var weeks: Double?

  @Option(name: .long, help: "Folder for the table. Default: the result's own.", completion: .directory)
  var out: String?

  @Option(name: .long, help: "Replications that run at one time. Default: the number of cores.")
  var jobs: Int?

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if let factor, !(0..<1).contains(factor.value) {
      throw ValidationError("--factor must be from 0% to below 100%, not \(factor.text).")
    }
    if result == nil, turnover == nil || weeks == nil {
      throw ValidationError("Name a result, or give --turnover and --weeks.")
    }
    if result != nil, turnover != nil || weeks != nil {
      throw ValidationError("With a result, turnover and weeks are those that were simulated.")
    }
    if let weeks, !(weeks >= 0 && weeks.isFinite) {
      throw ValidationError("--weeks must be 0 or more, not \(weeks).")
    }
    if let turnover, turnover.value <= 0 { throw ValidationError("--turnover must be above 0%.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
  }

  func run() async throws {
    guard let result else {
      let text = try Evidenced.orExit {
        try VacancyFactor.calculation(
          turnover: turnover?.value ?? 0, weeks: weeks ?? 0, factor: factor?.value)
      }
      return Terminal.say(text)
    }
    var options = EvidenceOptions()
    options.result = result
    options.out = out
    options.jobs = jobs
    let opened = try options.open(talk)
    let found = try await Evidenced.orExitAsync {
      let progress = VariantProgress(opened.replications, talk: talk)
      let readings = try await opened.readings(
        jobs: options.cores, progress: progress.update, isWanted: VacancyFactor.isWanted)
      progress.finish()
      return VacancyFactor(readings, factor: factor?.value ?? 0.05)
    }
    let files = [WholeFile.Prepared(found.table, opened.manifest)]
    try options.write(files)
    Terminal.say(found.text(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO)))
    if !talk.quiet { Terminal.say(options.filesLine(files)) }
  }
}

/// A share as a person writes it: `5%` or `0.05`.
struct Share: ExpressibleByArgument {
  let text: String
  let value: Double

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? String(argument.dropLast()) : argument), number.isFinite,
      number >= 0
    else {
      return nil
    }
    text = argument
    value = isPercent ? number / 100 : number
  }
}
