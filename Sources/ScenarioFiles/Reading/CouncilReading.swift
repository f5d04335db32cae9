/// Reads `council: { name: Cheshire East, code: E06000049 }`, or the name alone.
struct CouncilReading {
  let source: SourceText
  private(set) var findings: [Finding] = []

  init(source: SourceText) { self.source = source }

  /// The council, as far as it can be read.
  mutating func read(_ pair: Tree.Pair) -> Council? {
    if let text = pair.value.scalar?.text, !pair.value.isNull, !text.isEmpty {
      return Council(name: text, code: nil)
    }
    guard case .map(let parts) = pair.value.content else {
      complain("wrong-type", pair.value.place, "\"council\" takes a name, not \(pair.value.kindName).")
      return nil
    }
    var words: [String: String] = [:]
    for part in parts {
      guard ["name", "code"].contains(part.key) else {
        complain("unknown-key", part.keyPlace, "A council has no \(part.key.quoted).")
        continue
      }
      guard let text = part.value.scalar?.text, !part.value.isNull else {
        complain("wrong-type", part.value.place, "\(part.key.quoted) takes text, not \(part.value.kindName).")
        continue
      }
      words[part.key] = text
    }
    guard let name = words["name"], !name.isEmpty else {
      if findings.isEmpty { complain("missing-key", pair.keyPlace, "The council has no name.") }
      return nil
    }
    return Council(name: name, code: words["code"])
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String) {
    findings.append(
      source.error(code, place, message, help: "write council: { name: Cheshire East, code: E06000049 }"))
  }
}
