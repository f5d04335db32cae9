import Notation
import Parameters

/// Writes an overlay: some values with where they come from, as a file that a person can review and keep.
package struct OverlayWriter: Sendable {
  /// One value of the overlay.
  package struct Entry: Sendable {
    package let path: String
    package let value: Value
    package let unit: Unit
    package let source: Source
    /// The law of the value, or nil for a value taken as certain.
    package let uncertain: Uncertainty?

    package init(
      path: String, value: Value, unit: Unit = .none, source: Source,
      uncertain: Uncertainty? = nil
    ) {
      (self.path, self.value, self.unit, self.source) = (path, value, unit, source)
      self.uncertain = uncertain
    }
  }

  /// Uncertain values that are drawn together.
  package struct Together: Sendable {
    package let paths: [String]
    /// Of each path but the first, with those before it.
    package let correlations: [[Double]]
    package let source: Source

    package init(paths: [String], correlations: [[Double]], source: Source) {
      (self.paths, self.correlations, self.source) = (paths, correlations, source)
    }

    fileprivate var lines: [String] {
      ["jointly:", "  - source: \(JSONValue.quoted(source.text))", "    paths:"]
        + paths.map { "      - \($0)" }
        + ["    correlations:"]
        + correlations.map { row in
          "      - [\(row.map { Value.number($0).text }.joined(separator: ", "))]"
        }
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

    /// The source that all values of this group share; nil where they differ or one needs more than its value.
    var commonSource: String? {
      guard children.count > 1 else { return nil }
      var common: String?
      for (_, child) in children {
        guard let entry = child.entry, entry.unit == .none, entry.uncertain == nil else { return nil }
        if common ?? entry.source.text != entry.source.text { return nil }
        common = entry.source.text
      }
      return common
    }
  }

  /// The overlay as YAML with a final line feed.
  ///
  /// - Parameters:
  ///   - remarks: comments at its head.
  ///   - headings: what the file says about itself beside its title, such as `basedOn`, as YAML.
  ///   - isShort: whether values of one group with one source stand in one line.
  package static func text(
    title: String, remarks: [String], headings: [(name: String, text: String)] = [], isShort: Bool = false,
    _ entries: [Entry], jointly: Together? = nil
  ) -> String {
    let root = Node()
    for entry in entries {
      var node = root
      for name in entry.path.split(separator: ".") { node = node.child(String(name)) }
      node.entry = entry
    }
    var lines = remarks.map { $0.isEmpty ? "#" : "# \($0)" }
    lines.append("scenario: \(JSONValue.quoted(title))")
    lines += headings.map { "\($0.name): \($0.text)" }
    write(root, depth: 0, isShort, to: &lines)
    lines += jointly?.lines ?? []
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ node: Node, depth: Int, _ isShort: Bool, to lines: inout [String]) {
    for (name, child) in node.children {
      let indent = String(repeating: "  ", count: depth)
      guard let entry = child.entry else {
        if isShort, let source = child.commonSource {
          let values = child.children.map { "\($0.name): \($0.node.entry?.value.text ?? "")" }
          let parts = values + ["source: \(JSONValue.quoted(source))"]
          lines.append("\(indent)\(name): { \(parts.joined(separator: ", ")) }")
        } else {
          lines.append("\(indent)\(name):")
          write(child, depth: depth + 1, isShort, to: &lines)
        }
        continue
      }
      var parts = ["value: \(entry.value.text)"]
      if entry.unit != .none { parts.append("unit: \(JSONValue.quoted(entry.unit.symbol))") }
      if let uncertain = entry.uncertain { parts.append("uncertain: \(text(uncertain))") }
      parts.append("source: \(JSONValue.quoted(entry.source.text))")
      lines.append("\(indent)\(name): { \(parts.joined(separator: ", ")) }")
    }
  }

  /// A law round the value that stands beside it: its middle is not said again.
  private static func text(_ law: Uncertainty) -> String {
    if case .pert(let low, _, let high) = law {
      return "[\(Value.number(low).text), \(Value.number(high).text)]"
    }
    let numbers = law.numbers.filter { !["mode", "mean"].contains($0.name) }
    let parts = ["family: \(law.family)"] + numbers.map { "\($0.name): \(Value.number($0.value).text)" }
    return "{ \(parts.joined(separator: ", ")) }"
  }
}
