/// Numbers of finished pieces of work that are kept, so that no piece is simulated twice.
///
/// A work is named by all that its numbers depend on; a piece by its number, such as that of a replication.
package protocol KeptWork: Sendable {
  /// What is kept of those pieces of a work, by their numbers.
  func numbers(of work: String, _ pieces: [Int]) throws -> [Int: [Double]]

  /// Keeps a finished piece for good; called from any thread.
  func keep(_ numbers: [Double], of work: String, piece: Int) throws
}

/// Keeps nothing: every piece is simulated.
package struct NothingKept: KeptWork {
  package init() {}

  package func numbers(of work: String, _ pieces: [Int]) -> [Int: [Double]] { [:] }
  package func keep(_ numbers: [Double], of work: String, piece: Int) {}
}
