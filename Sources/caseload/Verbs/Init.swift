import ArgumentParser
import Foundation
import Results
import ScenarioFiles
import ServiceModel

/// `caseload init`: a scenario to start from, of a council or commented, or the schema for an editor.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a scenario to start from: a council's own, or a commented one.",
    discussion: Help.start)

  @Argument(help: "The file to write.")
  var file: String

  @OptionGroup var council: CouncilOptions

  @Flag(help: "Write the JSON Schema instead, for an editor that checks while you type.")
  var schema = false

  @Option(help: "The scenario on which the new one is based. For a council: \(CouncilOptions.base).")
  var basedOn: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if schema, basedOn != nil || council.name != nil {
      throw ValidationError(
        "--based-on and --council are for a scenario, and --schema writes none: give one.")
    }
  }

  func run() throws {
    guard file.contains(where: { !$0.isWhitespace }) else {
      throw Ending("error: the file to write has no name\nhelp: name it, for example my-council.yaml", 64)
    }
    try Replacing.refuse(file, schema ? .schema : .scenario, force: force)
    if council.name != nil {
      let start = CouncilStart(options: council, base: basedOn ?? CouncilOptions.base, file: file)
      return answer(try start.write(force: force, talk))
    }
    let text =
      schema
      ? SchemaWriter<ServiceParameters>().text(title: "caseload scenario")
      : try starter()
    try WholeFile.write(Array(text.utf8), to: file)
    answer([file])
    talk.say("wrote \(file)")
  }

  private func answer(_ files: [String]) {
    talk.answer {
      var answer = Answer("init")
      answer["files"] = .strings(files)
      return answer
    }
  }

  /// Every parameter with its meaning; on another scenario, the values that no two councils share.
  private func starter() throws -> String {
    let (writer, title) = (StarterWriter<ServiceParameters>(), Path.stem(file))
    let question = "What does this scenario ask?"
    guard let basedOn else {
      return writer.text(title: title, question: question, headlines: Init.headlines)
    }
    let base = try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current).read(basedOn)
    return writer.text(
      title: title, question: question, basedOn: Path.base(basedOn, seenFrom: file), base: base,
      own: Init.own)
  }

  /// What no two councils share.
  private static let own = [
    "run.starts", "run.ends", "run.dataAsOf", "demand.referralsPerYear", "demand.population",
    "demand.populationByYear",
    "fostering.places", "workforce.teams.", "agency.atStart.", "money.salary.", "money.placementPerWeek.",
    "opening.children.", "opening.placements.",
  ]

  /// The values that most scenarios set.
  private static let headlines = [
    "run.starts", "run.ends", "run.replications", "run.seed", "demand.referralsPerYear", "demand.population",
  ]
}
