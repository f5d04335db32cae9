/// Why evidence could not be drawn, in words for the person who asked for it.
package struct EvidenceFailure: Error, Sendable, CustomStringConvertible {
  /// What is printed: findings with their places, or one sentence.
  package let description: String
  /// The exit code that tells a script what it was (sysexits).
  package let exitCode: Int32

  package init(_ description: String, exitCode: Int32 = 65) {
    self.description = description
    self.exitCode = exitCode
  }

  /// A finding about a result as a whole.
  package static func result(_ folder: String, _ code: String, _ message: String, help: String)
    -> EvidenceFailure
  {
    EvidenceFailure("\(folder): error[\(code)]: \(message)\nhelp: \(help)")
  }

  /// Replications that were stopped before all of them were done.
  package static let interrupted = EvidenceFailure(
    "interrupted: not all replications were done", exitCode: 130)

  /// Whether it was a signal that came between.
  package var isInterruption: Bool { exitCode == Self.interrupted.exitCode }
}
