public import Statistics

/// How precise the mean of an output is after a pilot, and how many replications would make it as precise as wanted.
public struct ReplicationNeed: Sendable {
  public let output: OutputChoice
  public let tally: Tally
  /// The state after each replication from the second on.
  public let rows: [ReplicationsTable.Row]
  /// Replications that should be enough, if the spread stays as it is; nil where none are.
  public let needed: Int?
  /// The count at which the pilot reached the precision and kept to it; nil where it did not.
  public let seen: Int?

  /// - Parameter precision: wanted half-width of the 95% interval over the size of the mean.
  public init(_ output: OutputChoice, _ values: [Double], precision: Double) {
    self.output = output
    let finite = values.filter(\.isFinite)
    tally = Tally(finite)
    let table = ReplicationsTable(finite)
    rows = table.rows
    needed = Precision.replicationsNeeded(relativeHalfWidth: precision, pilot: tally)
    seen = table.stoppingCount(relativeHalfWidth: precision)
  }

  /// The half-width of the 95% interval over the size of the mean.
  public var relative: Double { rows.last?.relativeHalfWidth ?? .nan }
}
