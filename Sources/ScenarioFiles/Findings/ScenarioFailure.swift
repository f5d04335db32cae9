/// Why a scenario could not be read: every mistake found, in one pass.
package struct ScenarioFailure: Error, Sendable, CustomStringConvertible {
  /// What a command should tell the shell.
  package enum Kind: Sendable {
    /// What the user wrote is wrong (exit code 65).
    case invalid
    /// A file is not there or cannot be read (exit code 66).
    case noInput

    /// The exit code of sysexits.
    package var exitCode: Int32 { self == .invalid ? 65 : 66 }
  }

  /// Errors and warnings, in order of file, line and column; at least one is an error.
  package let findings: [Finding]
  package let kind: Kind

  package init(findings: [Finding], kind: Kind) {
    self.findings = findings
    self.kind = kind
  }

  /// All findings as printed.
  package var description: String { findings.text }
}
