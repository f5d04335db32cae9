import ArgumentParser
import Foundation
import National
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

  func validate() throws {
    if path == nil, !all { throw ValidationError("Name a path, or give --all.") }
    if path != nil, all { throw ValidationError("Name a path or give --all, not both.") }
  }

  func run() throws {
    let scenario = try input.read(talk)
    let found = scenario.all.filter { item in
      guard let path, !all else { return true }
      return item.path == path || item.path.hasPrefix(path + ".")
    }
    guard !found.isEmpty else {
      let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
      let hint = path.flatMap { reader.help(forUnknown: $0) }.map { "\nhelp: \($0)" } ?? ""
      throw Ending("error[unknown-path]: there is no parameter '\(path ?? "")'\(hint)", 65)
    }
    let benchmarks = try benchmarks(scenario)
    let items = found.map { ($0, benchmarks?.sentence(for: $0.path)) }
    if talk.json {
      try Terminal.say(json: items.map { ExplanationItem($0, among: $1) })
    } else {
      let width = Terminal.columns ?? 80
      Terminal.say(items.map { $0.text(width: width, among: $1) }.joined(separator: "\n"))
    }
  }

  /// The council beside others; nil where the scenario is no council's of the national table that comes with the program.
  private func benchmarks(_ scenario: Scenario<ServiceParameters>) throws -> CouncilBenchmarks? {
    guard scenario.council != nil, FileManager.default.fileExists(atPath: NationalTable.shipped) else {
      return nil
    }
    let table = try NationalTable(folder: NationalTable.shipped)
    guard let council = table.council(of: scenario.council), !council.isWhole else { return nil }
    return CouncilBenchmarks(table, council, dataAsOf: scenario.parameters.run.dataAsOf)
  }
}
