import ArgumentParser
import Notation
import Parameters
import ServiceModel

/// `caseload measures`: what a run watches.
struct Measures: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the measures of a run: each one's unit and what it counts.",
    discussion: Help.measures)

  @Argument(help: "Part of the names of the measures wanted.")
  var part: String?

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let found = ModelTables.everySeries.measures.filter { part.map($0.measure.contains) ?? true }
    guard !found.isEmpty else {
      throw Ending("error[unknown-measure]: no measure has '\(part ?? "")' in its name", 65)
    }
    if json {
      try Terminal.say(json: found.map(item))
    } else {
      Terminal.say(found.map(text).joined(separator: "\n"))
    }
  }

  private func text(_ one: Series) -> String {
    let better = one.better == .neither ? "" : "; \(one.better.rawValue) is better"
    let head = "\(one.measure)  (\(one.measureUnit), \(one.gathering.title)\(better))\n"
    return head + Prose.hang(one.definition, behind: "  ", width: Terminal.columns ?? 80) + "\n"
  }

  private func item(_ one: Series) -> [String: String] {
    [
      "name": one.measure, "unit": one.measureUnit, "kind": one.gathering.rawValue,
      "better": one.better.rawValue, "subject": one.subject.rawValue, "definition": one.definition,
    ]
  }
}
