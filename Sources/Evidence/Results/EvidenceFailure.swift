public import Reports
public import ScenarioFiles

/// Why evidence could not be drawn, in words for the person who asked for it.
public struct EvidenceFailure: Error, Sendable, CustomStringConvertible {
  /// What is printed: findings with their places, or one sentence.
  public let description: String
  /// The exit code that tells a script what it was (sysexits).
  public let exitCode: Int32

  public init(_ description: String, exitCode: Int32 = 65) {
    self.description = description
    self.exitCode = exitCode
  }

  public init(_ findings: [Finding]) { self.init(findings.text) }
  public init(_ failure: ScenarioFailure) {
    self.init(failure.description, exitCode: failure.kind.exitCode)
  }
  public init(_ failure: ReadFailure) { self.init("error: \(failure)", exitCode: failure.exitCode) }
  public init(_ failure: OutputFailure) { self.init("error: \(failure)", exitCode: failure.exitCode) }

  /// A finding about a result as a whole.
  public static func result(_ folder: String, _ code: String, _ message: String, help: String)
    -> EvidenceFailure
  {
    EvidenceFailure("\(folder): error[\(code)]: \(message)\nhelp: \(help)")
  }
}
