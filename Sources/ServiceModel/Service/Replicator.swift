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
    draw(replication)
    return service.run(replication: replication)
  }

  /// The same, unless `isOver` says meanwhile that it is no longer wanted: then nil, and nothing of it counts.
  ///
  /// - Parameters:
  ///   - months: months that are read, from the start; nil for all. The replication stops at the end of the last of them,
  ///     and its readings up to there are those of the whole run.
  ///   - isOver: asked before the replication and every ``Service/pace`` events.
  public mutating func run(
    _ replication: Int, months: Int? = nil, unless isOver: () -> Bool
  ) -> ReplicationOutcome? {
    service.monthsRead = min(months ?? point.calendar.months, point.calendar.months)
    defer { service.monthsRead = point.calendar.months }
    draw(replication)
    return service.run(replication: replication, unless: isOver)
  }

  /// Simulates the twin of a replication: the inputs that it drew, with a chance of its own. The outcome has the number
  /// of the twin's streams.
  public mutating func runTwin(of replication: Int) -> ReplicationOutcome {
    draw(replication)
    return service.run(replication: Self.twin(of: replication))
  }

  /// The same, unless `isOver` says meanwhile that it is no longer wanted: then nil.
  public mutating func runTwin(of replication: Int, unless isOver: () -> Bool) -> ReplicationOutcome? {
    draw(replication)
    return service.run(replication: Self.twin(of: replication), unless: isOver)
  }

  /// Simulates other tables from now on, of the same calendar. Meant for a replicator in which nothing is uncertain.
  public mutating func use(_ tables: ModelTables) { service.use(tables) }

  private mutating func draw(_ replication: Int) {
    guard let uncertain else { return }
    service.use(replication == 0 ? point : ModelTables(uncertain.draw(replication).parameters))
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
