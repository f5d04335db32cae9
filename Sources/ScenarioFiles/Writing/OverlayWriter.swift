import Notation
import Parameters

/// Writes an overlay: some values with where they come from, as a file that a person can review and keep.
package struct OverlayWriter: Sendable {
  /// One value of the overlay.
  package struct Entry: Sendable {
    package let path: String
    package let value: Double
    package let unit: Unit
    package let source: Source
    /// Ends of a PERT law round the value, or nil for a value taken as certain.
    package let uncertain: (low: Double, high: Double)?

    package init(
      path: String, value: Double, unit: Unit, source: Source, uncertain: (low: Double, high: Double)?
    ) {
      (self.path, self.value, self.unit, self.source) = (path, value, unit, source)
      self.uncertain = uncertain
    }
  }

  private final class Node {
    var entry: Entry?
    var children: [(name: String, node: Node)] = []

    func child(_ name: String) -> Node {
      if let found = children.first(where: { $0.name == name }) { return found.node }
      let made = Node()
      children.append((name, made))
      return made
    }
  }

  /// The overlay as YAML with a final line feed; `remarks` become comments at its head.
  package static func text(title: String, remarks: [String], _ entries: [Entry]) -> String {
    let root = Node()
    for entry in entries {
      var node = root
      for name in entry.path.split(separator: ".") { node = node.child(String(name)) }
      node.entry = entry
    }
    var lines = remarks.map { $0.isEmpty ? "#" : "# \($0)" }
    lines.append("scenario: \(JSONValue.quoted(title))")
    write(root, depth: 0, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ node: Node, depth: Int, to lines: inout [String]) {
    for (name, child) in node.children {
      let indent = String(repeating: "  ", count: depth)
      guard let entry = child.entry else {
        lines.append("\(indent)\(name):")
        write(child, depth: depth + 1, to: &lines)
        continue
      }
      var parts = ["value: \(text(entry.value))"]
      if entry.unit != .none { parts.append("unit: \(JSONValue.quoted(entry.unit.symbol))") }
      if let (low, high) = entry.uncertain { parts.append("uncertain: [\(text(low)), \(text(high))]") }
      parts.append("source: \(JSONValue.quoted(entry.source.text))")
      lines.append("\(indent)\(name): { \(parts.joined(separator: ", ")) }")
    }
  }

  private static func text(_ number: Double) -> String { Value.number(number).text }
}
