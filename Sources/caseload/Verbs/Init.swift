import ArgumentParser
import Foundation
import Results
import ScenarioFiles
import ServiceModel

/// `caseload init`: a commented scenario to start from, or the schema for an editor.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a commented scenario to start from, or the JSON Schema of scenario files.",
    discussion: Help.start)

  @Argument(help: "The file to write.")
  var file: String

  @Flag(help: "Write the JSON Schema instead, for an editor that checks while you type.")
  var schema = false

  @Option(help: "The scenario on which the new one is based.")
  var basedOn: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var talk: TalkOptions

  func run() throws {
    if FileManager.default.fileExists(atPath: file), !force {
      throw Ending("error: \(file) already exists; --force replaces it", 73)
    }
    let text =
      schema
      ? SchemaWriter<ServiceParameters>().text(title: "caseload scenario")
      : StarterWriter<ServiceParameters>().text(
        title: Path.stem(file), question: "What does this scenario ask?", basedOn: basedOn,
        headlines: Init.headlines)
    try WholeFile.write(Array(text.utf8), to: file)
    talk.say("wrote \(file)")
  }

  /// The values that most scenarios set.
  private static let headlines = [
    "run.starts", "run.ends", "run.replications", "run.seed", "demand.referralsPerYear", "demand.population",
  ]
}
