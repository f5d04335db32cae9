import ArgumentParser
import Foundation
import ScenarioFiles
import ServiceModel

/// Which scenario, with what laid over it. Shared by the verbs that read one.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(
    name: .customLong("with"), parsing: .singleValue,
    help:
      "An overlay: a file of the same format that changes some values. May be given several times; later ones win.",
    completion: .file(extensions: ["yaml", "yml"]))
  var overlays: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A single value, stronger than every file. May be given several times.", valueName: "path=value"))
  var sets: [String] = []

  @Flag(
    name: .customLong("fixed-parameters"),
    help: "Keep every uncertain value at its point value, so that only chance differs between replications.")
  var areFixed = false

  /// Reads the scenario, or ends the program with every mistake in it.
  func read(extra: [String] = []) throws -> Scenario<ServiceParameters> {
    do {
      let read = try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
        .read(scenario, overlays: overlays, sets: sets + extra)
      return areFixed ? read.withoutUncertainty : read
    } catch {
      Terminal.complain(error.findings.text)
      throw ExitCode(error.kind.exitCode)
    }
  }
}

/// How the command talks. Shared by all verbs.
struct TalkOptions: ParsableArguments {
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Flag(name: [.short, .long], help: "Say nothing but the result.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Say more about what is done.")
  var verbose = false

  @Option(name: [.customLong("color"), .customLong("colour")], help: "Colour on the terminal.")
  var colour = Colour.auto

  @Flag(name: [.customLong("no-color"), .customLong("no-colour")], help: "The same as --color=never.")
  var noColour = false

  /// Talk that only --verbose asks for.
  func detail(_ text: String) {
    if verbose, !quiet { Terminal.talk(text) }
  }

  /// Says what was read, for --verbose.
  func detail(_ scenario: Scenario<ServiceParameters>) {
    for file in scenario.files { detail("read \(file.name), SHA-256 \(file.sha256.prefix(12))") }
    for set in scenario.sets { detail("set \(set)") }
    detail("resolved to hash \(scenario.hash.prefix(12)), model \(scenario.modelVersion)")
  }

  /// Whether text for that output is coloured; never when NO_COLOR is set or the terminal is dumb.
  func isColoured(_ descriptor: Int32) -> Bool {
    if noColour || colour == .never { return false }
    if colour == .always { return true }
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb" && isatty(descriptor) == 1
  }
}
