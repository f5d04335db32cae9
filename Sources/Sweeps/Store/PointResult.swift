import Parameters

/// One point of a sweep with what came of it.
struct PointResult: Sendable, Equatable {
  enum Status: String, Sendable { case done, part, failed }

  /// The outputs of the twin of a replication.
  struct Twin: Sendable, Equatable {
    let replication: Int
    /// One number for each output, not a number where there is none.
    let row: [Double]
  }

  /// From 1.
  let number: Int
  let id: String
  let values: [Value]
  var status: Status
  /// Number of the first replication in `rows`.
  var first: Int
  /// One number for each output in each replication, not a number where there is none.
  var rows: [[Double]]
  /// Twins to enter beside those that are there, in the order of their replications.
  var twins: [Twin] = []
  /// The replications that have a twin when all is done: others are removed. Nil where nothing is to be removed.
  var twinned: [Int]?
  /// Why it failed; empty otherwise.
  var message = ""
}
