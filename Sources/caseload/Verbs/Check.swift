import ArgumentParser
import Notation
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
    talk.answer {
      var answer = Answer("check")
      answer["scenario"] = .string(scenario.title)
      answer["scenario_hash"] = .string(scenario.hash)
      answer["valid"] = true
      answer["warnings"] = .array(scenario.warnings.map(\.answer))
      return answer
    }
    guard !talk.quiet else { return }
    let set = scenario.settings.values.filter { !$0.isDefault }
    let bare = set.filter { $0.source == .notGiven && $0.value != nil }.map(\.path).sorted()
    Terminal.say(
      "\(input.scenario) is valid: \(scenario.title). \(Check.count(set.count, "value")) set, \(bare.count) of them "
        + "without a source, \(Check.count(scenario.warnings.count, "warning")). Hash \(scenario.hash.prefix(12)).\n"
    )
    guard !bare.isEmpty else { return }
    let shown =
      bare.prefix(20).joined(separator: ", ") + (bare.count > 20 ? " and \(bare.count - 20) more" : "")
    Terminal.say(
      Prose.wrap("Without a source: \(shown).", width: max(60, Terminal.width)).joined(separator: "\n") + "\n"
    )
  }

  /// `1 warning`, `2 warnings`.
  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }
}
