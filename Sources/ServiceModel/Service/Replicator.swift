/// Runs replications of one scenario one after another, in storage that is reused.
public struct Replicator: ~Copyable {
  private var service: Service
  private let point: ModelTables
  private let uncertain: UncertainInputs?

  /// - Parameter uncertain: what each replication but the first draws anew; nothing when every value is certain.
  public init(_ tables: ModelTables, uncertain: UncertainInputs? = nil) {
    service = Service(tables)
    point = tables
    self.uncertain = uncertain.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Simulates the replication of that number (0 or more). Depends on the scenario and the number, on nothing else.
  public mutating func run(_ replication: Int) -> ReplicationOutcome {
    if let uncertain {
      service.use(replication == 0 ? point : ModelTables(uncertain.draw(replication).parameters))
    }
    return service.run(replication: replication)
  }

  /// Simulates the twin of a replication: the inputs that it drew, with a chance of its own. The outcome has the number
  /// of the twin's streams.
  public mutating func runTwin(of replication: Int) -> ReplicationOutcome {
    if let uncertain {
      service.use(replication == 0 ? point : ModelTables(uncertain.draw(replication).parameters))
    }
    return service.run(replication: Self.twin(of: replication))
  }

  /// The number whose streams the twin of a replication has. No replication has it: they end below a million.
  public static func twin(of replication: Int) -> Int { replication + (1 << 40) }

  /// Simulates one replication and tells what happened to one person in it, in order.
  ///
  /// - Returns: the story, empty when no such person appears, and how many children and workers there were.
  public static func trace(
    _ target: TraceTarget, replication: Int, _ tables: ModelTables
  ) -> (story: [TraceEntry], children: Int, workers: Int) {
    var service = Service(tables, traced: target)
    _ = service.run(replication: replication)
    let story = service.trace.events.map { event in
      TraceEntry(date: tables.calendar.date(event.time), day: event.time.days, sentence: event.sentence)
    }
    return (story, service.state.childrenSoFar, service.workers.count)
  }
}
