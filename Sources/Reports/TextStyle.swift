/// Emphasis on a terminal. Never the only sign of anything: the words say it too.
struct TextStyle {
  let hasColour: Bool

  func heading(_ text: String) -> String { escape("1", text) }
  func quiet(_ text: String) -> String { escape("2", text) }
  func good(_ text: String) -> String { escape("32", text) }
  func warning(_ text: String) -> String { escape("33", text) }
  func bad(_ text: String) -> String { escape("1;31", text) }

  private func escape(_ code: String, _ text: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
