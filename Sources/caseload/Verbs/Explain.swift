import ArgumentParser
import Foundation
import Parameters
import ScenarioFiles
import ServiceModel

/// `caseload explain`: what one value is, means and comes from.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a value is, what it means and where it comes from.",
    discussion: """
      EXAMPLES
        caseload explain Scenarios/cheshire-east-2015.yaml demand.referralsPerYear
        caseload explain Scenarios/cheshire-east-2015.yaml recruitment
        caseload explain Scenarios/cheshire-east-2015.yaml --all --json
      """)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Argument(help: "A value's path, or the beginning of several, such as `recruitment`.")
  var path: String?

  @Flag(help: "Every value.")
  var all = false

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    if path == nil, !all { throw ValidationError("Name a path, or say --all.") }
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
      try Terminal.say(json: found.map(Item.init))
    } else {
      Terminal.say(found.map(text).joined(separator: "\n"))
    }
  }

  private func text(_ item: Explanation) -> String {
    var lines = [
      "\(item.path) = \(item.value?.text ?? "not set") \(item.unit == .none ? "" : item.unit.symbol)",
      "  meaning   \(item.meaning)",
      "  range     \(item.range.isEmpty ? "any" : item.range)",
      "  default   \(item.defaultValue?.text ?? "not set")",
      "  source    \(item.source.text)",
      "  set in    \(item.from)",
    ]
    if let known = item.known { lines.append("  known     \(known)") }
    if let note = item.note { lines.append("  note      \(note)") }
    if let uncertain = item.uncertain { lines.append("  uncertain \(uncertain.text)") }
    for earlier in item.overrode {
      lines.append("  overrode  \(earlier.value?.text ?? "its source or note") from \(earlier.place)")
    }
    return lines.map { $0.replacingOccurrences(of: " +$", with: "", options: .regularExpression) }
      .joined(separator: "\n") + "\n"
  }

  /// One value as JSON.
  private struct Item: Encodable {
    let path, value, unit, meaning, range, `default`, source, from: String
    let known, note, uncertain: String?
    let overrode: [String]

    init(_ item: Explanation) {
      path = item.path
      value = item.value?.text ?? ""
      unit = item.unit.symbol
      meaning = item.meaning
      range = item.range
      `default` = item.defaultValue?.text ?? ""
      source = item.source.text
      from = item.from
      known = item.known?.description
      note = item.note
      uncertain = item.uncertain?.text
      overrode = item.overrode.map { "\($0.value?.text ?? "") from \($0.place)" }
    }
  }
}
