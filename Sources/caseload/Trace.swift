import ArgumentParser
import ServiceModel

/// `caseload trace`: one child's or worker's life as a story.
struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the life of one simulated child or worker.",
    discussion: """
      Children are numbered from 0: those of the opening position first, then in the order of arrival. Workers likewise.

      EXAMPLES
        caseload trace Scenarios/cheshire-east-2015.yaml --child 2500
        caseload trace Scenarios/cheshire-east-2015.yaml --worker 12 --replication 3
      """)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Option(name: .long, help: "Number of the child.")
  var child: Int?

  @Option(name: .long, help: "Number of the worker.")
  var worker: Int?

  @Option(name: .long, help: "Number of the replication.")
  var replication = 0

  func validate() throws {
    if (child == nil) == (worker == nil) { throw ValidationError("Give either --child N or --worker N.") }
    if let number = child ?? worker, number < 0 { throw ValidationError("Numbers begin at 0.") }
    if replication < 0 { throw ValidationError("Replications are numbered from 0.") }
  }

  func run() throws {
    let scenario = try input.read()
    talk.detail(scenario)
    let target: TraceTarget = child.map { .child($0) } ?? .worker(worker ?? 0)
    let tables = ModelTables(scenario.uncertainInputs.draw(replication).parameters)
    let told = Replicator.trace(target, replication: replication, tables)
    let (kind, number, count) =
      child.map { ("Child", $0, told.children) } ?? ("Worker", worker ?? 0, told.workers)
    guard number < count else {
      Terminal.complain(
        "error: there is no \(kind.lowercased()) \(number) in replication \(replication): they are numbered 0 to \(count - 1)"
      )
      throw ExitCode(66)
    }
    var lines = ["\(kind) \(number) in replication \(replication) of \(scenario.title)"]
    lines += told.story.map { "\($0.date)  \($0.sentence)" }
    if told.story.isEmpty { lines.append("nothing happens to this \(kind.lowercased()) within the run") }
    Terminal.say(lines.joined(separator: "\n") + "\n")
  }
}
