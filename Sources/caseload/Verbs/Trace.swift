import ArgumentParser
import Notation
import Results
import ScenarioFiles
import ServiceModel

/// `caseload trace`: one child's or worker's life as a story.
struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the story of one simulated child or worker, or of the improvement plan.",
    discussion: Help.trace)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "The number of the child.")
  var child: Int?

  @Option(help: "The number of the worker.")
  var worker: Int?

  @Flag(help: "Tell the story of the improvement plan and the partners.")
  var plan = false

  @Option(help: "The number of the replication.")
  var replication = 0

  func validate() throws {
    if [child != nil, worker != nil, plan].count(where: { $0 }) != 1 {
      throw ValidationError("Give one of --child N, --worker N and --plan.")
    }
    if let number = child ?? worker, number < 0 { throw ValidationError("Numbering starts at 0.") }
    if replication < 0 { throw ValidationError("Replications are numbered from 0.") }
    if replication > 1_000_000_000 { throw ValidationError("No scenario has so many replications.") }
  }

  func run() throws {
    let scenario = try input.read(talk)
    let target: TraceTarget = plan ? .plan : child.map { .child($0) } ?? .worker(worker ?? 0)
    let tables = ModelTables(scenario.uncertainInputs.draw(replication).parameters)
    let told = Replicator.trace(target, replication: replication, tables)
    let place = "in replication \(replication)"
    let count = scenario.parameters.run.replications
    let beyond =
      replication < count
      ? nil
      : "replication \(replication) is beyond those of the scenario, 0 to \(count - 1): no result of it has this one"
    var (title, nothing) = (
      "The plan and the partners", "the scenario has no plan and no partners"
    )
    if let number = child ?? worker {
      let (kind, count) = child == nil ? ("worker", told.workers) : ("child", told.children)
      guard number < count else {
        throw Ending(
          "error: there is no \(kind) \(number) \(place): they are numbered 0 to \(count - 1)", 66)
      }
      title = "\(kind.capitalized) \(number)"
      nothing = "nothing happens to this \(kind) within the run"
    }
    talk.answer {
      var answer = Answer("trace")
      if let beyond { answer["warnings"] = .strings([beyond]) }
      answer["title"] = .string("\(title) \(place) of \(scenario.title)")
      answer["story"] = .array(
        told.story.map { ["date": .string("\($0.date)"), "sentence": .string($0.sentence)] })
      return answer
    }
    let story = told.story.folded.map {
      Prose.hang($0.sentence, behind: "\($0.date)  ", width: Terminal.width)
    }
    if let beyond { Terminal.complain("note: \(beyond)") }
    let note = plan ? [] : ["Simulated: nobody real is meant."]
    let changed = Manifest(scenario).changed.map { [$0] } ?? []
    let lines =
      ["\(title) \(place) of \(scenario.title)"] + changed + note + (story.isEmpty ? [nothing] : story)
    Terminal.say(lines.joined(separator: "\n") + "\n")
  }
}
