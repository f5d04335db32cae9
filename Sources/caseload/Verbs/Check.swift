import ArgumentParser
import ScenarioFiles

/// `caseload check`: says everything that is wrong with a scenario, in one pass.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a scenario for mistakes without running it.",
    discussion: Help.check)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let scenario = try input.read(talk)
    for warning in scenario.warnings { Terminal.complain(warning.text) }
    guard !talk.quiet else { return }
    let set = scenario.settings.values.count { !$0.isDefault }
    let bare = scenario.settings.values.count { !$0.isDefault && $0.source == .notGiven }
    Terminal.say(
      "\(input.scenario) is valid: \(scenario.title). \(set) values set, \(bare) of them without a source, "
        + "\(scenario.warnings.count) warnings. Hash \(scenario.hash.prefix(12)).\n")
  }
}
