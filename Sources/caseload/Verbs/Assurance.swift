import ArgumentParser
import Reports
import ServiceModel

/// What `stress` and `qa` have in common.
struct AssuranceOptions: ParsableArguments {
  @Argument(help: "Folder of the result.", completion: .directory)
  var result: String

  @Option(help: "Folder for the files. Default: the folder of the result.", completion: .directory)
  var out: String?

  @Flag(help: "Replace the files if they exist, even if they were completed by hand.")
  var force = false

  @OptionGroup var talk: TalkOptions

  func write(_ kind: AssuranceFiles.Kind) throws {
    let written = try AssuranceFiles.write(
      kind, of: Path.trimmed(result), to: out.map(Path.trimmed), force: force,
      newest: ModelVersion.current)
    talk.answer {
      var answer = Answer(kind.rawValue)
      answer["words"] = .strings([written.counts])
      answer["files"] = .strings(written.paths)
      return answer
    }
    talk.say(written.counts)
    for path in written.paths { talk.say("wrote \(path)") }
  }
}

/// `caseload stress`: the reporting checklist for discrete-event simulations.
struct Stress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fill in the STRESS-DES reporting checklist from a finished result.",
    discussion: Help.stress)

  @OptionGroup var options: AssuranceOptions

  func run() throws { try options.write(.stress) }
}

/// `caseload qa`: the assurance pack.
struct QualityAssurance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qa",
    abstract: "Fill in an assurance pack (AQuA Book) from a finished result.",
    discussion: Help.qa)

  @OptionGroup var options: AssuranceOptions

  func run() throws { try options.write(.qa) }
}
