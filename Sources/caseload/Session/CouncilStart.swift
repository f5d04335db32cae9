import Foundation
import National
import Results
import ScenarioFiles
import ServiceModel

/// A council's scenario, and its published figures beside it, as `init` writes them.
struct CouncilStart {
  let options: CouncilOptions
  /// The scenario on which the new one stands.
  let base: String
  /// The file to write.
  let file: String

  /// Writes both, and says what was missing.
  ///
  /// - Returns: the files.
  func write(force: Bool, _ talk: TalkOptions) throws -> [String] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw OutputFailure.cannotCreate(
        path: file, reason: "the folder \(Path.relative(folder)) does not exist")
    }
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    let scenario = try options.scenario(over: reader.read(base).parameters)
    let text = scenario.text(basedOn: Path.base(base, seenFrom: file))
    let watched = ModelTables(try read(text, of: options.name ?? "", reader).parameters).watched
    let observed = CouncilOptions.observed(beside: file)
    try Replacing.refuse(observed, .observed, force: force)
    try WholeFile.makeFolder(URL(fileURLWithPath: observed).deletingLastPathComponent().path)
    try WholeFile.write(scenario.observed(beside: watched), to: observed)
    try WholeFile.write(Array(text.utf8), to: file)
    talk.say("wrote \(file), from the position of 31 March \(scenario.year)")
    talk.say("wrote \(observed), its published figures")
    if options.asOf == nil, scenario.year < scenario.newestYear {
      talk.say(
        "the table has nothing newer of this council's children, though it has others' of \(scenario.newestYear)"
      )
    }
    for name in scenario.missing { talk.say("not published, so from its region and size: \(name)") }
    talk.say("next: caseload run \(Shell.path(file))")
    return [file, observed]
  }

  /// The scenario as it will be read. Where it contradicts itself, the council's figures do: nobody wrote it by hand.
  private func read(
    _ text: String, of council: String, _ reader: ScenarioReader<ServiceParameters>
  ) throws -> Scenario<ServiceParameters> {
    do {
      return try reader.read(text: text, name: file)
    } catch {
      guard error.kind == .invalid, let first = error.findings.first(where: { $0.severity == .error }) else {
        throw error
      }
      throw Ending(
        "\(council): error[no-scenario]: its published figures do not make a scenario that can run: \(first.message)\n"
          + "help: so small a service has too few figures of its own; take a neighbour's with --council, or begin with "
          + "caseload init FILE --based-on \(base)", 65)
    }
  }
}
