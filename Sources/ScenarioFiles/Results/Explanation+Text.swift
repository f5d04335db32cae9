import Notation
import Parameters

extension Explanation {
  /// As a few lines for a terminal of that width.
  ///
  /// - Parameter among: where the council stands in it among others; nil where that is not known.
  package func text(width: Int, among: String? = nil) -> String {
    var parts = [
      ("meaning", meaning), ("range", range.isEmpty ? "any" : range),
      ("default", defaultValue?.text ?? "not set"), ("source", source.text), ("set in", from),
    ]
    if let known { parts.append(("known", "\(known)")) }
    if let note { parts.append(("note", note)) }
    if let uncertain { parts.append(("uncertain", uncertain.text)) }
    if let jointly { parts.append(("jointly", "drawn together with \(jointly)")) }
    if let among { parts.append(("among", among)) }
    parts += overrode.map { ("overrode", "\($0.value?.text ?? "its source or note") from \($0.place)") }
    let lines = parts.map { label, text in
      Prose.hang(
        text, behind: "  " + label + String(repeating: " ", count: 10 - label.count), width: width)
    }
    let value = (value?.text ?? "not set") + (unit == .none ? "" : " " + unit.symbol)
    return (["\(path) = \(value)"] + lines).joined(separator: "\n") + "\n"
  }
}

/// One value as JSON.
package struct ExplanationItem: Encodable {
  let path, value, unit, meaning, range, `default`, source, from: String
  let known, note, uncertain, jointly, among: String?
  let overrode: [String]

  package init(_ item: Explanation, among: String? = nil) {
    path = item.path
    value = item.value?.text ?? ""
    unit = item.unit.symbol
    meaning = item.meaning
    range = item.range
    `default` = item.defaultValue?.text ?? ""
    source = item.source.text
    from = item.from
    known = item.known?.description
    note = item.note
    uncertain = item.uncertain?.text
    jointly = item.jointly
    self.among = among
    overrode = item.overrode.map { "\($0.value?.text ?? "") from \($0.place)" }
  }
}
