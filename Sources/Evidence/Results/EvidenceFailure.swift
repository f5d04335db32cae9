import Results
import ScenarioFiles

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

  package init(_ findings: [Finding]) { self.init(findings.text) }
  package init(_ failure: ScenarioFailure) {
    self.init(failure.description, exitCode: failure.kind.exitCode)
  }
  package init(_ failure: ReadFailure) { self.init("error: \(failure)", exitCode: failure.exitCode) }
  package init(_ failure: OutputFailure) { self.init("error: \(failure)", exitCode: failure.exitCode) }

  /// A finding about a result as a whole.
  package static func result(_ folder: String, _ code: String, _ message: String, help: String)
    -> EvidenceFailure
  {
    EvidenceFailure("\(folder): error[\(code)]: \(message)\nhelp: \(help)")
  }
}
