import Foundation
import Parameters

extension Explanation {
  /// As a few lines for a terminal.
  package var text: String {
    var lines = [
      "\(path) = \(value?.text ?? "not set") \(unit == .none ? "" : unit.symbol)",
      "  meaning   \(meaning)",
      "  range     \(range.isEmpty ? "any" : range)",
      "  default   \(defaultValue?.text ?? "not set")",
      "  source    \(source.text)",
      "  set in    \(from)",
    ]
    if let note { lines.append("  note      \(note)") }
    if let uncertain { lines.append("  uncertain \(uncertain.text)") }
    for earlier in overrode {
      lines.append("  overrode  \(earlier.value?.text ?? "its source or note") from \(earlier.place)")
    }
    return lines.map { $0.replacingOccurrences(of: " +$", with: "", options: .regularExpression) }
      .joined(separator: "\n") + "\n"
  }
}

/// One value as JSON.
package struct ExplanationItem: Encodable {
  let path, value, unit, meaning, range, `default`, source, from: String
  let note, uncertain: String?
  let overrode: [String]

  package init(_ item: Explanation) {
    path = item.path
    value = item.value?.text ?? ""
    unit = item.unit.symbol
    meaning = item.meaning
    range = item.range
    `default` = item.defaultValue?.text ?? ""
    source = item.source.text
    from = item.from
    note = item.note
    uncertain = item.uncertain?.text
    overrode = item.overrode.map { "\($0.value?.text ?? "") from \($0.place)" }
  }
}
