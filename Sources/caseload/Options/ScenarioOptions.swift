import ArgumentParser
import Foundation
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

  /// Reads the scenario, with more files laid over it and more values set.
  ///
  /// - Throws: every mistake in it.
  func read(
    _ talk: TalkOptions, over more: [String] = [], sets extra: [String] = []
  ) throws(ScenarioFailure) -> Scenario<ServiceParameters> {
    let read = try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
      .read(scenario, overlays: overlays + more, sets: sets + extra)
    let scenario = areFixed ? read.withoutUncertainty : read
    talk.detail(scenario)
    return scenario
  }

  /// The base, then each overlay over it (`a.yaml+b.yaml` is two files, unless a file has that name); every mistake in any
  /// of them is told at once.
  func read(
    _ talk: TalkOptions, eachOf overlays: [String], sets: [String]
  ) throws -> [Scenario<ServiceParameters>] {
    var mistakes = Mistakes()
    var scenarios: [Scenario<ServiceParameters>] = []
    for overlay in [nil] + overlays.map(Optional.some) {
      try mistakes.attempt {
        let files = overlay.map { overlay in
          FileManager.default.fileExists(atPath: overlay)
            ? [overlay] : overlay.split(separator: "+").map(String.init)
        }
        let scenario = try read(talk, over: files ?? [], sets: sets)
        if let first = scenarios.first, let overlay { try scenario.pairs(with: first, overlay) }
        scenarios.append(scenario)
      }
    }
    try mistakes.end()
    return scenarios
  }

  /// The scenario file's name without its folder and ending.
  var name: String { Path.stem(scenario) }
}
