import ArgumentParser
import ScenarioFiles
import ServiceModel

/// Which scenario, with what laid over it. Shared by the verbs that read one.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .yaml)
  var scenario: String

  @Option(
    name: .customLong("with"),
    help:
      "An overlay: a file of the same format that changes some values. May be given several times; later ones win.",
    completion: .yaml)
  var overlays: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A single value, stronger than every file. May be given several times.", valueName: "path=value"))
  var sets: [String] = []

  @Flag(
    name: .customLong("fixed-parameters"),
    help: "Keep every uncertain value at its point value, so that only chance differs between replications.")
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

  /// The scenario file's name without its folder and ending.
  var name: String { Path.stem(scenario) }
}
