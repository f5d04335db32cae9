public import Parameters

/// One point of a sweep with what came of it.
public struct PointResult: Sendable, Equatable {
  public enum Status: String, Sendable { case done, part, failed }

  /// The outputs of the twin of a replication.
  public struct Twin: Sendable, Equatable {
    public let replication: Int
    /// One number for each output, not a number where there is none.
    public let row: [Double]

    public init(replication: Int, row: [Double]) {
      self.replication = replication
      self.row = row
    }
  }

  /// From 1.
  public let number: Int
  public let id: String
  public let values: [Value]
  public var status: Status
  /// Number of the first replication in `rows`.
  public var first: Int
  /// One number for each output in each replication, not a number where there is none.
  public var rows: [[Double]]
  /// Twins to enter beside those that are there, in the order of their replications.
  public var twins: [Twin] = []
  /// The replications that have a twin when all is done: others are removed. Nil where nothing is to be removed.
  public var twinned: [Int]?
  /// Why it failed; empty otherwise.
  public var message: String

  public init(
    number: Int, id: String, values: [Value], status: Status, first: Int, rows: [[Double]],
    twins: [Twin] = [], twinned: [Int]? = nil, message: String = ""
  ) {
    self.number = number
    self.id = id
    self.values = values
    self.status = status
    self.first = first
    self.rows = rows
    self.twins = twins
    self.twinned = twinned
    self.message = message
  }
}
