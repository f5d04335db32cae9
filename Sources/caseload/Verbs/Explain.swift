import ArgumentParser
import ScenarioFiles
import ServiceModel

/// `caseload explain`: what one value is, means and comes from.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a value: what it is, what it means and where it comes from.",
    discussion: Help.explain)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Argument(help: "A value's path, or the beginning of several paths, such as `recruitment`.")
  var path: String?

  @Flag(help: "Explain every value.")
  var all = false

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    if path == nil, !all { throw ValidationError("Name a path, or give --all.") }
  }

  func run() throws {
    let scenario = try input.read(talk)
    let found = scenario.all.filter { item in
      guard let path, !all else { return true }
      return item.path == path || item.path.hasPrefix(path + ".")
    }
    guard !found.isEmpty else {
      let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
      let hint = path.flatMap { reader.suggestion(for: $0) }.map { "\nhelp: did you mean '\($0)'?" } ?? ""
      throw Ending("error[unknown-path]: there is no parameter '\(path ?? "")'\(hint)", 65)
    }
    if json {
      try Terminal.say(json: found.map(ExplanationItem.init))
    } else {
      let width = Terminal.columns ?? 80
      Terminal.say(found.map { $0.text(width: width) }.joined(separator: "\n"))
    }
  }
}
