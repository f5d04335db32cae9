import ArgumentParser
import ServiceModel

/// `caseload trace`: one child's or worker's life as a story.
struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the life of one simulated child or worker, or the course of the plan.",
    discussion: """
      Children are numbered from 0: those of the opening position first, then in the order of arrival. Workers likewise.

      EXAMPLES
        caseload trace Scenarios/cheshire-east-2015.yaml --child 2500
        caseload trace Scenarios/cheshire-east-2015.yaml --worker 12 --replication 3
        caseload trace Scenarios/cheshire-east-2015.yaml --plan
      """)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Option(name: .long, help: "Number of the child.")
  var child: Int?

  @Option(name: .long, help: "Number of the worker.")
  var worker: Int?

  @Flag(name: .long, help: "Tell the course of the improvement plan and of the partners.")
  var plan = false

  @Option(name: .long, help: "Number of the replication.")
  var replication = 0

  func validate() throws {
    if [child != nil, worker != nil, plan].count(where: { $0 }) != 1 {
      throw ValidationError("Give one of --child N, --worker N and --plan.")
    }
    if let number = child ?? worker, number < 0 { throw ValidationError("Numbers begin at 0.") }
    if replication < 0 { throw ValidationError("Replications are numbered from 0.") }
  }

  func run() throws {
    let scenario = try input.read()
    talk.detail(scenario)
    let target: TraceTarget = plan ? .plan : child.map { .child($0) } ?? .worker(worker ?? 0)
    let tables = ModelTables(scenario.uncertainInputs.draw(replication).parameters)
    let told = Replicator.trace(target, replication: replication, tables)
    if plan {
      var lines = ["The plan and the partners in replication \(replication) of \(scenario.title)"]
      lines += told.story.map { "\($0.date)  \($0.sentence)" }
      if told.story.isEmpty { lines.append("the scenario has no plan and no partners") }
      Terminal.say(lines.joined(separator: "\n") + "\n")
      return
    }
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
