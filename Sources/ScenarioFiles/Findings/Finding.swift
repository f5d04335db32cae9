/// Something wrong, or worth a look, in what the user wrote.
public struct Finding: Sendable, Hashable {
  /// An error stops a run; a warning travels with its results.
  public enum Severity: String, Sendable { case error, warning }

  public let severity: Severity
  /// Short machine-readable name, for example `unknown-key`.
  public let code: String
  public let place: Place
  /// One sentence with its full stop.
  public let message: String
  /// What to do about it, or nil.
  public let help: String?
  /// The line that the place points into, or nil where there is none (a missing file).
  public let sourceLine: String?

  public init(
    _ severity: Severity, code: String, at place: Place, _ message: String, help: String? = nil,
    sourceLine: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.place = place
    self.message = message
    self.help = help
    self.sourceLine = sourceLine
  }
}
