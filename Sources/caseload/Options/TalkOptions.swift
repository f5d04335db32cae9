import ArgumentParser
import Foundation
import ScenarioFiles
import ServiceModel

/// How the command talks. Shared by all verbs.
struct TalkOptions: ParsableArguments {
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Flag(name: [.short, .long], help: "Print only the result.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Say more about what is being done.")
  var verbose = false

  @Flag(help: "Answer with a small JSON object instead of text.")
  var json = false

  @Option(
    name: [.customLong("color"), .customLong("colour")], help: "Whether to use colour on the terminal.")
  var colour = Colour.auto

  @Flag(name: [.customLong("no-color"), .customLong("no-colour")], help: "The same as --color=never.")
  var noColour = false

  func validate() throws {
    Terminal.answersInJSON(json)
    if quiet, verbose { throw ValidationError("--quiet and --verbose contradict each other: give one.") }
    if noColour, colour == .always {
      throw ValidationError("--no-color and --color=always contradict each other: give one.")
    }
  }

  /// Talk that only --verbose asks for.
  func detail(_ text: String) {
    if verbose { say(text) }
  }

  /// Says what was read, for --verbose.
  func detail(_ scenario: Scenario<ServiceParameters>) {
    for file in scenario.files { detail("read \(file.name), SHA-256 \(file.sha256.prefix(12))") }
    for set in scenario.sets { detail("set \(set)") }
    detail("resolved to hash \(scenario.hash.prefix(12)), model \(scenario.modelVersion)")
  }

  /// What is done, unless --quiet.
  func say(_ text: String) { if !quiet { Terminal.tell(text) } }

  /// Whether the result is coloured; never when NO_COLOR is set or the terminal is dumb.
  var isColoured: Bool {
    if noColour || colour == .never { return false }
    if colour == .always { return true }
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      && isatty(STDOUT_FILENO) == 1
  }
}
