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
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    let scenario = try options.scenario(over: reader.read(base).parameters)
    let text = scenario.text(basedOn: Path.base(base, seenFrom: file))
    let watched = ModelTables(try reader.read(text: text, name: file).parameters).watched
    let observed = CouncilOptions.observed(beside: file)
    try CouncilStart.refuse(observed, force: force)
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

  /// Refuses to replace a file, unless forced.
  static func refuse(_ path: String, force: Bool) throws {
    guard FileManager.default.fileExists(atPath: path), !force else { return }
    throw Ending("error: \(path) already exists; --force replaces it", 73)
  }
}
