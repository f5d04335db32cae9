import Foundation
import Notation
import Results
import ServiceModel

/// What is said of a worker that did not come to its own end, and what is done about it.
struct CrashReport {
  /// The signal that ended it.
  let signal: Int32
  /// What it noted while it was there.
  let notes: [(kind: Guard.Note, text: String)]

  /// Limits that the program was given and that are below what it needs.
  var limits = MachineLimits.low

  /// Whether the program broke down, by a mistake of ours unless the machine refused what it needs.
  var isOurs: Bool { Guard.traps.contains(signal) }
  /// The exit code of a breakdown (sysexits): a mistake of ours, or the system's refusal.
  var exitCode: Int32 { limits.isEmpty ? 70 : 71 }

  /// Removes what it left half-written.
  func clear() {
    for note in notes where note.kind == .place { Staging.sweep(note.text) }
  }

  /// What is said; nil where somebody asked for the end and knows.
  var words: String? {
    if signal == SIGKILL {
      return """
        error: caseload was killed (signal 9) before it was finished. If nobody did so,
        the system did: most often because memory ran out.
        help: fewer replications at a time need less memory: --jobs 1. Nothing
        half-written is left; a sweep goes on with --resume.
        """
    }
    guard isOurs else { return nil }
    if !limits.isEmpty {
      return """
        error: the machine refused caseload what it needs (signal \(signal)). It allows only
        \(limits.map { "  \($0)" }.joined(separator: "\n"))
        help: raise these limits with ulimit, or ask whoever set them. Nothing
        half-written is left; what was finished before is as it was.
        """
    }
    var facts = [
      ("signal", "\(signal), \(CrashReport.name(signal))"), ("version", "caseload \(ModelVersion.current)"),
      ("command", CommandLine.arguments.map(Shell.word).joined(separator: " ")),
    ]
    facts += notes.filter { $0.kind != .place }.map { ($0.kind.rawValue, $0.text) }
    let lines = facts.map { name, fact in
      "  \(name.padding(toLength: 9, withPad: " ", startingAt: 0))\(CrashReport.plain(fact))"
    }
    return """
      error: caseload has ended by a mistake of its own. It is not yours. Nothing
      half-written is left; what was finished before is as it was.
      help: send those who look after caseload these lines and the files they name:
      \(lines.joined(separator: "\n"))
      """
  }

  /// What the system calls the signal.
  private static func name(_ signal: Int32) -> String {
    strsignal(signal).map { String(cString: $0).lowercased() } ?? "unknown"
  }

  /// Without what a terminal would carry out.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
  }
}
