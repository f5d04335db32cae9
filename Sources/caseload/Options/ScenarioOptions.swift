import ArgumentParser
import ScenarioFiles
import ServiceModel
import Sweeps

/// Which scenario, with which overlays. Shared by the verbs that read one.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .yaml)
  var scenario: String

  @Option(
    name: .customLong("with"),
    help:
      "An overlay: a file in the same format that changes some values. May be repeated; later ones win.",
    completion: .yaml)
  var overlays: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A single value, which overrides every file. May be repeated.", valueName: "path=value"))
  var sets: [String] = []

  @Flag(
    name: .customLong("fixed-parameters"),
    help: "Keep every uncertain value at its point value, so that replications differ only by chance.")
  var areFixed = false

  @Flag(
    name: .customLong("no-drift"),
    help: "Let nothing drift from year to year: the same as --set drift.active=false.")
  var isWithoutDrift = false

  func validate() throws { try GivenOnce.check(overlays.map(Path.plain), "--with") }

  /// Reads the scenario, with more files laid over it and more values set.
  ///
  /// - Parameter left: of the options' own `--set`, those that are not for this one.
  /// - Throws: every mistake in it.
  func read(
    _ talk: TalkOptions, over more: [String] = [], sets extra: [String] = [], without left: [String] = []
  ) throws(ScenarioFailure) -> Scenario<ServiceParameters> {
    let extra = extra + (isWithoutDrift ? ["drift.active=false"] : [])
    try refuseSetTwice(extra, without: left)
    let read = try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
      .read(scenario, overlays: overlays + more, sets: sets.filter { !left.contains($0) } + extra)
    let scenario = areFixed ? read.withoutUncertainty : read
    talk.detail(scenario)
    let files = scenario.files.map(\.name).joined(separator: ", ")
    Guard.note(.scenario, "\(scenario.title), hash \(scenario.hash.prefix(12)), files \(files)")
    return scenario
  }

  /// Refuses a `--set` of what another option or the verb itself sets: it would be dropped in silence.
  private func refuseSetTwice(_ extra: [String], without left: [String]) throws(ScenarioFailure) {
    for set in extra {
      let path = set.prefix { $0 != "=" }
      guard let own = sets.first(where: { $0.hasPrefix(path + "=") && $0 != set && !left.contains($0) })
      else { continue }
      let finding = Finding(
        .error, code: "set-twice", at: Place(file: "--set \(own)", line: 1, column: 1),
        "Another option, or the verb itself, sets \(set).",
        help: "leave out --set \(own), or say the same with the verb's own option")
      throw ScenarioFailure(findings: [finding], kind: .invalid)
    }
  }

  /// The base, then each overlay over it; every mistake in any of them is told at once.
  ///
  /// A `--set` of a lever, shock or response that only overlays switch on is theirs alone: in the base it would switch on
  /// what is to be compared with its absence.
  func read(
    _ talk: TalkOptions, eachOf overlays: [ComparedOverlay], sets: [String]
  ) throws -> [Scenario<ServiceParameters>] {
    let switches = try SwitchedSets(self, overlays, talk)
    var mistakes = Mistakes()
    var scenarios: [Scenario<ServiceParameters>] = []
    for overlay in [nil] + overlays.map(Optional.some) {
      try mistakes.attempt {
        // What an overlay sets of itself holds for it, whatever is set for all.
        let own = (overlay?.sets ?? []).map { $0.prefix { $0 != "=" } + "=" }
        let overruled = self.sets.filter { set in own.contains { set.hasPrefix($0) } }
        let scenario = try read(
          talk, over: overlay?.files ?? [], sets: sets + (overlay?.sets ?? []),
          without: switches.notFor(overlay) + overruled)
        if let first = scenarios.first, let overlay {
          try scenario.pairs(with: first, overlay.files.first ?? overlay.name)
        }
        scenarios.append(scenario)
      }
    }
    try mistakes.end()
    return scenarios
  }

  /// The scenario file's name without its folder and ending.
  var name: String { Path.stem(scenario) }
}
