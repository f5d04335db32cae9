import ArgumentParser
import Reports

/// What `stress` and `qa` have in common.
struct AssuranceOptions: ParsableArguments {
  @Argument(help: "Folder of the result.", completion: .directory)
  var result: String

  @Option(help: "Folder for the files. Default: the folder of the result.", completion: .directory)
  var out: String?

  @Flag(help: "Replace the files if they are there, completed by hand or not.")
  var force = false

  @OptionGroup var talk: TalkOptions

  func write(_ kind: AssuranceFiles.Kind) throws(ReportFailure) {
    let written = try AssuranceFiles.write(
      kind, of: Path.trimmed(result), to: out.map(Path.trimmed), force: force)
    talk.say(written.counts)
    for path in written.paths { talk.say("wrote \(path)") }
  }
}

/// `caseload stress`: the reporting checklist for discrete-event simulations.
struct Stress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fill the STRESS-DES reporting checklist from a finished result.",
    discussion: """
      Writes stress.md and stress.html: the 24 items, each with what the result says of it, and a list of what is still \
      to be written.

      EXAMPLE
        caseload stress Results/cheshire-east-2015
      """)

  @OptionGroup var options: AssuranceOptions

  func run() throws { try options.write(.stress) }
}

/// `caseload qa`: the assurance pack.
struct QualityAssurance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qa",
    abstract: "Fill an assurance pack (AQuA Book) from a finished result.",
    discussion: """
      Writes qa.md and qa.html: roles, scope, assumptions log, data log, verification, validation, uncertainty, limits \
      and sign-off. What only people can say is listed as not reported.

      EXAMPLE
        caseload qa Results/cheshire-east-2015
      """)

  @OptionGroup var options: AssuranceOptions

  func run() throws { try options.write(.qa) }
}
