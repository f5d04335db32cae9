/// A mistake in how a sweep's points were asked for.
package struct DesignFault: Error, Sendable, Equatable {
  /// The option as it was given, for example `--vary a=1:2:3`.
  package let argument: String
  /// Short machine-readable name.
  package let code: String
  /// One sentence with its full stop.
  package let message: String
  package let help: String?

  package init(_ argument: String, _ code: String, _ message: String, help: String? = nil) {
    (self.argument, self.code, self.message, self.help) = (argument, code, message, help)
  }
}
