import Notation
import Parameters

extension StarterWriter {
  /// A short starter on another scenario: the values that no two councils share, each commented out with what it is
  /// there, so that nothing changes until a line is uncommented.
  ///
  /// - Parameters:
  ///   - name: of the file it is based on, as seen from the new file's folder.
  ///   - base: that scenario.
  ///   - own: paths of values and groups, in the order of a scenario file; a path that ends with a point stands for all
  ///     below it that the base sets.
  package func text(
    title: String, question: String, basedOn name: String, base: Scenario<Root>, own: [String]
  ) -> String {
    var lines = [
      "# A scenario based on another: only what differs from that one needs to be given here.",
      "# Below are the values that no two councils share, as they are there. Remove the # before a",
      "# line to set its value, with its source: { value: 12, source: \"…\", uncertain: [10, 15] }.",
      "# `caseload explain` says of any other value what it is and where it comes from.",
      "",
      "scenario: \(JSONValue.quoted(title))",
      "question: \(JSONValue.quoted(question))",
      "# council: { name: \"…\", code: \"…\" }",
      "basedOn: \(JSONValue.quoted(name))",
    ]
    var open: [Substring] = []
    for parameter in index.table where isOwn(parameter.path, own, base) {
      let parts = parameter.path.split(separator: ".")
      let groups = parts.dropLast()
      let shared = zip(open, groups).prefix { $0 == $1 }.count
      if shared == 0 { lines.append("") }
      for depth in shared..<groups.count {
        lines.append(String(repeating: "  ", count: depth) + "\(groups[groups.startIndex + depth]):")
      }
      open = Array(groups)
      let indent = String(repeating: "  ", count: groups.count)
      let value = base.settings[parameter.path]?.value.map(Self.written) ?? "# not set there"
      let unit = parameter.unit == .none ? "" : "  # \(parameter.unit.symbol)"
      lines.append("\(indent)# \(parts.last ?? ""): \(value)\(unit)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func isOwn(_ path: String, _ own: [String], _ base: Scenario<Root>) -> Bool {
    own.contains {
      $0 == path || ($0.hasSuffix(".") && path.hasPrefix($0) && base.settings[path]?.isDefault == false)
    }
  }

  private static func written(_ value: Value) -> String {
    if case .choice(let name) = value { JSONValue.quoted(name) } else { value.text }
  }
}
