/// A file that a scenario was read from, kept whole so that a result can be read years later.
public struct ScenarioFile: Sendable, Equatable {
  /// The path as the user, or the file's child, named it.
  public let name: String
  public let text: String
  /// SHA-256 of the file's bytes, 64 hexadecimal digits.
  public let sha256: String

  public init(name: String, text: String, sha256: String) {
    self.name = name
    self.text = text
    self.sha256 = sha256
  }
}
