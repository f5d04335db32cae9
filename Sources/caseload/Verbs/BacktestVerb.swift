import ArgumentParser
import National
import Notation
import Reports
import Results
import ServiceModel

/// `caseload backtest`: how far forecasts of councils would have been right.
struct BacktestVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecast councils as of past years, and say how far that was right.", discussion: Help.backtest
  )

  @OptionGroup var options: BacktestOptions
  @OptionGroup var jobs: JobOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "Folder for what is simulated and for the tables.", completion: .directory)
  var out = "Results/backtest"

  func run() async throws {
    let backtest = Backtest(try options.maker(), replications: options.reps, sets: options.sets)
    let hindcasts = try options.hindcasts(backtest)
    guard !hindcasts.isEmpty else {
      throw Ending(
        "error: no forecast of these years can be held against what came\nhelp: give other --origins", 65)
    }
    let session = Session(talk, jobs: jobs.cores)
    let scores = try await session.scores(backtest, hindcasts, options.part, in: out)
    guard options.part.count == 1 else {
      talk.answer {
        var answer = Answer("backtest")
        answer["part"] = .string("\(options.part.number)/\(options.part.count)")
        answer["folder"] = .string(out)
        return answer
      }
      return talk.say("when all parts are done, the same command without --shard writes the tables")
    }
    let files = BacktestFiles(scores)
    try WholeFile.write(files.files + [page(of: files, hindcasts)], to: out)
    if options.learn { try WholeFile.write([files.skill.file], to: options.national) }
    let summary = SkillSummary(files.skill.rows.map(\.shown))
    talk.answer {
      var answer = Answer("backtest")
      answer["rows"] = summary.json
      answer["folder"] = .string(out)
      return answer
    }
    Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured))
    Terminal.say("Files: \(Path.relative(out))\nPage: \(Path.relative(out))/\(ResultFile.skillPage)\n")
  }

  /// The scores and where outcomes fell, to look at.
  private func page(of files: BacktestFiles, _ hindcasts: [Hindcast]) -> WholeFile.Prepared {
    let page = SkillPage(
      files.skill.rows.map { SkillPage.Row($0.shown, tenths: files.tenths(of: $0)) },
      councils: hindcasts.map(\.code).uniqued.count, origins: hindcasts.map(\.origin).uniqued.sorted(),
      replications: options.reps, command: ["caseload"] + CommandLine.arguments.dropFirst(),
      version: ModelVersion.current)
    return WholeFile.Prepared(name: ResultFile.skillPage, bytes: page.bytes)
  }
}
