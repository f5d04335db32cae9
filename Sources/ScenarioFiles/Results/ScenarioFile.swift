/// A file that a scenario was read from, kept whole so that a result can be read years later.
package struct ScenarioFile: Sendable, Equatable {
  /// The path as the user, or the file's child, named it.
  package let name: String
  package let text: String
  /// SHA-256 of the file's bytes, 64 hexadecimal digits.
  package let sha256: String

  package init(name: String, text: String, sha256: String) {
    (self.name, self.text, self.sha256) = (name, text, sha256)
  }
}
