import Dates
import Parameters

/// Takes a document apart and gathers every mistake in it.
package struct DocumentReading {
  /// The members of a group by name.
  package typealias Parts = [String: Document.Node]

  package let document: Document
  package private(set) var findings: [Finding] = []

  package init(_ document: Document) { self.document = document }

  package mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    findings.append(document.error(code, place, message, help: help))
  }

  /// The members of a group; unknown names are mistakes, and so are required ones that are missing. None without a node.
  package mutating func group(
    _ node: Document.Node?, _ what: String, _ required: [String], optional: [String] = []
  ) -> Parts {
    guard let node else { return [:] }
    guard let members = node.members else {
      complain("not-a-group", node.place, "\(what) must be a group of names, not \(node.kindName).")
      return [:]
    }
    let known = required + optional
    var found = Parts()
    for member in members {
      if known.contains(member.key) {
        found[member.key] = member.value
      } else {
        let near = Suggestion.nearest(to: member.key, among: known)
        complain(
          "unknown-key", member.place, "\(what) has no '\(member.key)'.",
          help: near.map { "did you mean '\($0)'?" } ?? "it has: \(known.joined(separator: ", "))")
      }
    }
    for key in required where found[key] == nil {
      complain("missing-key", node.place, "\(what) needs '\(key)'.", help: "add \(key): …")
    }
    return found
  }

  package mutating func items(_ node: Document.Node?, _ what: String) -> [Document.Node] {
    guard let node else { return [] }
    guard let items = node.items else {
      complain("not-a-list", node.place, "\(what) must be a list, not \(node.kindName).")
      return []
    }
    return items
  }

  package mutating func items(_ parts: Parts, _ key: String) -> [Document.Node] { items(parts[key], key) }

  package mutating func text(_ node: Document.Node?, _ what: String) -> String {
    guard let node else { return "" }
    guard let text = node.text else {
      complain("not-text", node.place, "\(what) must be text, not \(node.kindName).")
      return ""
    }
    if text.allSatisfy(\.isWhitespace) {
      complain("empty-text", node.place, "\(what) is empty.", help: "write something")
    }
    return text
  }

  package mutating func text(_ parts: Parts, _ key: String) -> String { text(parts[key], key) }

  /// A number as written, or with a % sign, or with k or m for thousands and millions.
  package mutating func number(_ parts: Parts, _ key: String) -> Double? {
    guard let node = parts[key] else { return nil }
    guard let text = node.text, let number = Self.number(text) else {
      complain(
        "not-a-number", node.place, "\(key) must be a number, not '\(node.text ?? node.kindName)'.",
        help: "write for example 0.4, 40%, 250k or 1m")
      return nil
    }
    return number
  }

  package static func number(_ text: String) -> Double? {
    WrittenNumber(text)?.value
  }

  package mutating func date(_ parts: Parts, _ key: String) -> CivilDate? { date(parts[key], key) }

  package mutating func date(_ node: Document.Node?, _ what: String) -> CivilDate? {
    guard let node else { return nil }
    let date = node.text.flatMap { CivilDate(iso: $0) }
    if date == nil {
      complain("not-a-date", node.place, "\(what) must be a date.", help: "write for example 2018-03-31")
    }
    return date
  }

  /// The sets of a group of `path: value`, as `path=value` texts; a list is written as `[a, b]`.
  package mutating func sets(_ parts: Parts, _ key: String) -> [String] {
    guard let node = parts[key] else { return [] }
    guard let members = node.members else {
      complain("not-a-group", node.place, "\(key) must be a group of path: value, not \(node.kindName).")
      return []
    }
    return members.compactMap { member in
      if let text = member.value.text { return "\(member.key)=\(text)" }
      if let items = member.value.items {
        return "\(member.key)=[\(items.compactMap(\.text).joined(separator: ", "))]"
      }
      complain("not-a-value", member.value.place, "\(member.key) must have a value or a list.")
      return nil
    }
  }

  /// A whole number in a range.
  package mutating func whole(_ parts: Parts, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let number = number(parts, key), let place = parts[key]?.place else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      complain(
        "out-of-range", place,
        "\(key) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
      return nil
    }
    return whole
  }

  /// Ends with every mistake, if there is any.
  package func finish() throws(ScenarioFailure) {
    guard findings.isEmpty else {
      throw ScenarioFailure(findings: findings.sorted { $0.place < $1.place }, kind: .invalid)
    }
  }
}
