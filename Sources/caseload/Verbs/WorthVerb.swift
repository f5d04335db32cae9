import ArgumentParser
import Evidence
import Reports
import Results
import ScenarioFiles

/// `caseload worth`: whether what an overlay costs is worth what it saves.
struct WorthVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worth",
    abstract: "Show whether an overlay is worth it: its cost, what it saves, leavers avoided, payback.",
    discussion: Help.worth)

  @OptionGroup var asked: ComparedOptions
  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let asked = try self.asked.designs(talk, replications)
    let (scenarios, wanted, said, input) = (asked.scenarios, asked.wanted, asked.words, self.asked.input)
    let folder = place.path(default: input.name + "-worth")
    try refuseOthers(folder)
    let names = said.names
    let session = Session(talk, jobs: replications.cores)
    talk.say("simulating \(wanted) replications of \(scenarios.count) designs")
    let found = try await session.keeping(
      in: folder + "/runs.sqlite", wanted: wanted * scenarios.count
    ) { runs in
      let base = try await runs.readings(scenarios[0], wanted, isWanted: Worth.isWanted)
      var found: [[WorthRow]] = []
      for (scenario, name) in zip(scenarios.dropFirst(), names) {
        let with = try await runs.readings(scenario, wanted, isWanted: Worth.isWanted)
        found.append(Worth(overlay: name, base: base, with: with).rows)
      }
      return found
    }
    var manifest = session.record(scenarios[0], wanted: wanted, done: wanted)
    manifest.overlays = input.overlays + self.asked.compared
    manifest.compared = said.compared
    manifest.warnings += said.warnings
    let rows = found.flatMap { $0 }
    let tables = [
      WorthRow.table.file(rows, manifest),
      Tables.changedInputs.file(ChangedInputRow.rows(scenarios, names: names), manifest),
    ]
    let sums = tables.map { FileSum(name: $0.name, of: $0.bytes) }
    try WholeFile.write(tables + [manifest.file(binding: sums)], to: folder)
    talk.answer {
      var answer = Answer("worth", manifest)
      answer.add(WorthRow.table, rows)
      answer["folder"] = .string(folder)
      return answer
    }
    let words = zip(names, found).map { name, rows in
      WorthRow.text(
        rows, width: Terminal.width, colour: talk.isColoured, title: manifest.title(of: name),
        reason: manifest.idleness(of: name))
    }
    if let changed = manifest.changed {
      Terminal.say(changed.replacing("Changed:", with: "Changed in all of them:") + "\n")
    }
    Terminal.say(words.joined(separator: "\n"))
    for warning in said.later(than: manifest) { Terminal.say("Warning: \(warning)\n") }
    if !talk.quiet { Terminal.say("Files: \(Path.relative(folder))\n") }
  }

  /// Refuses a folder that holds a result of something else.
  private func refuseOthers(_ folder: String) throws {
    guard !place.force, ResultReader.has(ResultFile.manifest, folder),
      !ResultReader.has(WorthRow.table.name, folder)
    else { return }
    throw OutputFailure.cannotCreate(
      path: folder,
      reason: "it holds another result; choose another folder with --out, or --force to replace its manifest")
  }
}
