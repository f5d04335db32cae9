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

  /// A run beside the result that was stopped.
  static let interrupted = EvidenceFailure(
    "interrupted: the further runs were not finished", exitCode: 130)
}
