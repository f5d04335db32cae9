/// A mistake in how a sweep's points were asked for.
public struct DesignFault: Error, Sendable, Equatable {
  /// The option as it was given, for example `--vary a=1:2:3`.
  public let argument: String
  /// Short machine-readable name.
  public let code: String
  /// One sentence with its full stop.
  public let message: String
  public let help: String?

  public init(_ argument: String, _ code: String, _ message: String, help: String? = nil) {
    self.argument = argument
    self.code = code
    self.message = message
    self.help = help
  }
}
