/// Something wrong, or worth a look, in what the user wrote.
package struct Finding: Sendable, Hashable {
  /// An error stops a run; a warning travels with its results.
  package enum Severity: String, Sendable { case error, warning }

  package let severity: Severity
  /// Short machine-readable name, for example `unknown-key`.
  package let code: String
  package let place: Place
  /// One sentence with its full stop.
  package let message: String
  /// What to do about it, or nil.
  package let help: String?
  /// The line that the place points into, or nil where there is none (a missing file).
  package let sourceLine: String?

  package init(
    _ severity: Severity, code: String, at place: Place, _ message: String, help: String? = nil,
    sourceLine: String? = nil
  ) {
    (self.severity, self.code, self.place, self.message) = (severity, code, place, message)
    (self.help, self.sourceLine) = (help, sourceLine)
  }
}
