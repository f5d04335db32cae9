import Parameters

/// One point of a sweep with what came of it.
package struct PointResult: Sendable, Equatable {
  package enum Status: String, Sendable { case done, part, failed }

  /// The outputs of the twin of a replication.
  package struct Twin: Sendable, Equatable {
    package let replication: Int
    /// One number for each output, not a number where there is none.
    package let row: [Double]

    package init(replication: Int, row: [Double]) {
      self.replication = replication
      self.row = row
    }
  }

  /// From 1.
  package let number: Int
  package let id: String
  package let values: [Value]
  package var status: Status
  /// Number of the first replication in `rows`.
  package var first: Int
  /// One number for each output in each replication, not a number where there is none.
  package var rows: [[Double]]
  /// Twins to enter beside those that are there, in the order of their replications.
  package var twins: [Twin] = []
  /// The replications that have a twin when all is done: others are removed. Nil where nothing is to be removed.
  package var twinned: [Int]?
  /// Why it failed; empty otherwise.
  package var message: String

  package init(
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
