import ArgumentParser
import Experiments
import Foundation
import Results
import ScenarioFiles
import ServiceModel
import Statistics

/// `caseload reps`: how many replications the answers need.
struct Reps: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how many replications each answer needs.",
    discussion: """
      Runs a pilot and says, for each output, how precise its mean is now and how many replications would bring the 95% \
      interval within --precision of it. "Seen at" is the number at which the pilot itself reached that and kept to it \
      (Hoad, Robinson and Davies). Writes precision.csv: every output after each replication.

      EXAMPLES
        caseload reps Scenarios/cheshire-east-2015.yaml --precision 5%
        caseload reps S.yaml --precision 2% --reps 100 --output cost_gbp --output vacancy_rate_fte
      """)

  @OptionGroup var input: ScenarioOptions

  @Option(name: .long, help: "Wanted half-width of the 95% interval, as a share of the mean, such as 5%.")
  var precision = PercentShare.fivePercent

  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let pilot = replications.reps ?? 30
    guard pilot >= 2 else { throw ValidationError("A pilot needs at least 2 replications.") }
    let scenario = try input.read(extra: ["run.replications=\(pilot)"] + replications.sets)
    let tables = ModelTables(scenario.parameters)
    let choices = try outputs.choices(tables, warmUp: scenario.parameters.run.warmUpMonths)
    let folder = try place.folder(default: Told.stem(input.scenario) + "-precision")
    let line = ProgressLine(shown: !talk.quiet, headline: "")
    let began = Usage.now
    let interrupts = Interrupts()
    let runner = TrialRunner(jobs: replications.cores)
    let work = Task {
      await runner.run(
        [TrialDesign(tables, outputs: choices, uncertain: scenario.uncertainInputs)], 0..<pilot
      ) {
        line.update(done: $0.done, wanted: $0.wanted, events: $0.events, value: .nan)
      }
    }
    interrupts.watch { work.cancel() }
    let trials = await work.value
    line.finish()
    guard trials.count >= 2 else {
      folder.discard()
      Terminal.complain("interrupted before two replications were done; nothing was written")
      throw ExitCode(128 + max(interrupts.signal, 2))
    }
    var manifest = ManifestMaking(scenario: scenario, tables: tables, jobs: replications.cores)
      .manifest(done: trials.count, events: trials.events)
    manifest.replicationsWanted = pilot
    manifest.interrupted = interrupts.signal != 0
    manifest.checksHold = trials.broken == 0
    manifest.record(Usage.now, since: began)
    let needs = choices.all.indices.map { place in
      ReplicationNeed(
        choices.all[place], trials.values[0].map { $0[place] }, precision: precision.share)
    }
    let cumulative = cumulative(needs)
    try Told.failure { () throws(OutputFailure) in
      try cumulative.write(manifest, to: folder)
      try folder.commit()
    }
    let lines =
      summary(needs).lines(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO))
      + ["", closing(needs, trials.count), "Files: \(Told.relative(folder.path))"]
    Terminal.say(lines.joined(separator: "\n") + "\n")
    if interrupts.signal != 0 { throw ExitCode(128 + interrupts.signal) }
  }

  private func summary(_ needs: [ReplicationNeed]) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.precision,
      columns: [
        ("output", "Output"), ("n", "n"), ("mean", "mean"), ("sd", "sd"), ("half", "± now"),
        ("share", "± of mean"),
        ("needed", "needs"), ("seen", "seen at"),
      ])
    for need in needs {
      let unit = need.output.unit
      table.add([
        .text(need.output.name), .count(need.tally.count), .number(need.tally.mean, unit: unit),
        .number(need.tally.standardDeviation, unit: unit),
        .number(need.tally.halfWidth() ?? .nan, unit: unit), .number(need.relative, unit: "share"),
        need.needed.map { .count($0) } ?? .text("–"), need.seen.map { .count($0) } ?? .text("–"),
      ])
    }
    return table
  }

  private func closing(_ needs: [ReplicationNeed], _ count: Int) -> String {
    let hard = needs.filter { $0.needed != nil }.max { ($0.needed ?? 0) < ($1.needed ?? 0) }
    var text = "For ±\((precision.share * 1000).rounded() / 10)% of every mean: "
    text +=
      hard.map { "\($0.needed ?? 0) replications (\($0.output.name) needs most)." } ?? "no number is enough."
    let none = needs.filter { $0.needed == nil && $0.tally.mean == 0 || $0.relative.isNaN }.map(\.output.name)
    if !none.isEmpty {
      text += " Of \(none.joined(separator: ", ")) the mean is 0 or missing: no share of it exists."
    }
    return text
  }

  private func cumulative(_ needs: [ReplicationNeed]) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.precision,
      columns: [
        ("output", ""), ("unit", ""), ("n_reps", ""), ("mean", ""), ("sd", ""), ("ci_lo", ""), ("ci_hi", ""),
        ("relative_half_width", ""),
      ])
    for need in needs {
      let unit = need.output.unit
      for row in need.rows {
        table.add([
          .text(need.output.name), .text(unit), .count(row.count), .number(row.mean, unit: unit),
          .number(row.standardDeviation, unit: unit), .number(row.interval.lower, unit: unit),
          .number(row.interval.upper, unit: unit), .number(row.relativeHalfWidth, unit: "share"),
        ])
      }
    }
    return table
  }
}

/// A share written as a percentage, such as `5%`, or as a number, such as `0.05`.
struct PercentShare: ExpressibleByArgument {
  let share: Double
  static let fivePercent = PercentShare(share: 0.05)

  private init(share: Double) { self.share = share }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? argument.dropLast() : argument[...]) else { return nil }
    share = isPercent ? number / 100 : number
    guard share > 0, share < 1 else { return nil }
  }

  var defaultValueDescription: String { "\((share * 1000).rounded() / 10)%" }
}
