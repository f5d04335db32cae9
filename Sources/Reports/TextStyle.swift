import Notation

/// Emphasis on a terminal. Never the only sign of anything: the words say it too.
struct TextStyle {
  let hasColour: Bool

  func heading(_ text: String) -> String { set(.heading, text) }
  func quiet(_ text: String) -> String { set(.quiet, text) }
  func good(_ text: String) -> String { set(.good, text) }
  func warning(_ text: String) -> String { set(.warning, text) }
  func bad(_ text: String) -> String { set(.bad, text) }

  private func set(_ emphasis: Emphasis, _ text: String) -> String {
    hasColour ? emphasis.mark(text) : SafeText.line(text)
  }
}
