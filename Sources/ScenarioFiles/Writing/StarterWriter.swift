import Notation
import Parameters

/// Writes a starter scenario: every parameter with its meaning, most of them commented out.
///
/// Uncommented or not, each line shows the default, so that the file changes nothing until it is edited.
package struct StarterWriter<Root: ParameterSet>: Sendable {
  let index = PathIndex<Root>()
  private let width = 100

  package init() {}

  /// The starter as YAML with a final line feed.
  ///
  /// - Parameters:
  ///   - title: the scenario's title.
  ///   - question: what it is to answer; a place to write one is shown when nil.
  ///   - basedOn: the file it changes; shown commented out when nil. With a parent, a line that stays uncommented
  ///     sets the default again, whatever the parent says.
  ///   - headlines: paths of the parameters that are not commented out. Unknown paths are left out.
  package func text(
    title: String, question: String? = nil, basedOn: String? = nil, headlines: [String] = []
  ) -> String {
    var lines = [
      "# A scenario: only what differs from the defaults needs to be given here.",
      "# Remove the # before a line to set its value. A value may be bare, or",
      "# { value: 12, unit: weeks, source: \"…\", uncertain: [10, 15], note: \"…\" }.",
      "",
      "scenario: \(JSONValue.quoted(title))",
      question.map { "question: \(JSONValue.quoted($0))" }
        ?? "# question: \"What is the scenario to answer?\"",
      basedOn.map { "basedOn: \(JSONValue.quoted($0))" } ?? "# basedOn: another-scenario.yaml",
    ]
    let chosen = Set(headlines)
    let defaults = Root()
    for name in index.groups[""] ?? [] {
      lines.append("")
      write(name, depth: 0, chosen: chosen, defaults: defaults, to: &lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func write(
    _ path: String, depth: Int, chosen: Set<String>, defaults: Root, to lines: inout [String]
  ) {
    let indent = String(repeating: "  ", count: depth)
    let name = path.split(separator: ".").last.map(String.init) ?? path
    if let parameter = index.parameters[path] {
      let isChosen = chosen.contains(path) && parameter.read(defaults) != nil
      lines += about(parameter, indent: indent)
      lines.append(indent + (isChosen ? "" : "# ") + "\(name): \(value(of: parameter, defaults, isChosen))")
      return
    }
    lines.append("\(indent)\(name):")
    for child in index.groups[path] ?? [] {
      write(
        PathIndex<Root>.join(path, child), depth: depth + 1, chosen: chosen, defaults: defaults, to: &lines)
    }
  }

  private func about(_ parameter: Parameter<Root>, indent: String) -> [String] {
    var facts = ["unit: \(parameter.unit.symbol)"]
    if !parameter.kind.rangeText.isEmpty { facts.append("allowed: \(parameter.kind.rangeText)") }
    facts.append("source: \(parameter.source.text)")
    let text = parameter.meaning + " [" + facts.joined(separator: "; ") + "]"
    return wrapped(text).map { "\(indent)# \($0)" }
  }

  /// A chosen value carries its unit and source, since it is then the file that gives it.
  private func value(of parameter: Parameter<Root>, _ defaults: Root, _ isChosen: Bool) -> String {
    guard let value = parameter.read(defaults) else { return "# not set unless given" }
    let text: String
    switch value {
    case .choice(let name): text = JSONValue.quoted(name)
    case .number, .whole, .flag, .date, .numbers: text = value.text
    }
    guard isChosen else { return text }
    let unit = parameter.unit == .none ? "" : ", unit: \(JSONValue.quoted(parameter.unit.symbol))"
    return "{ value: \(text)\(unit), source: \(JSONValue.quoted(parameter.source.text)) }"
  }

  private func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
