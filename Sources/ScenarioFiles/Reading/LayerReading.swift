import Dates
import Parameters

/// Reads one document into a layer: walks its groups along the table's paths.
struct LayerReading<Root: ParameterSet> {
  let index: PathIndex<Root>
  private(set) var layer: Layer
  private let most = 200
  /// What a group says for the values below it.
  private struct Inherited {
    var source: Source?
    var note: String?
    var known: CivilDate?
  }

  private static var headings: [String] {
    ["scenario", "question", "council", "basedOn", "hindsight", "jointly"]
  }
  /// What a group may say for the values below it.
  private static var groupWords: [String] { ["source", "note", "known"] }

  init(index: PathIndex<Root>, source: SourceText) {
    self.index = index
    layer = Layer(source: source)
  }

  /// Reads a whole file.
  mutating func readFile() {
    let source = layer.source
    let tree = YamlReader(source: source).read(into: &layer.findings)
    guard let tree else {
      layer.doubtful.insert("")
      if layer.findings.isEmpty { complainAboutNothing() }
      return
    }
    if !layer.findings.isEmpty { layer.doubtful.insert("") }
    if tree.isNull { return complainAboutNothing() }
    guard case .map(let pairs) = tree.content else {
      layer.doubtful.insert("")
      complain(
        "not-a-scenario", tree.place, "A scenario file holds names with values, not \(tree.kindName).",
        help: "begin with a line such as \"scenario: My scenario\"")
      return
    }
    let alreadyTold = Set(layer.findings.map(\.place))
    let before = layer.findings.count
    readGroup("", pairs, Inherited())
    let later = layer.findings[before...].filter { !alreadyTold.contains($0.place) }
    layer.findings = layer.findings[..<before] + later
    if layer.findings.count > most {
      layer.findings = Array(layer.findings.prefix(most))
      complain("too-many-mistakes", source.beginning, "The file has more than \(most) mistakes.")
    }
  }

  private mutating func complainAboutNothing() {
    layer.doubtful.insert("")
    complain(
      "empty-file", layer.source.beginning, "The file says nothing.",
      help: "begin with a line such as \"scenario: My scenario\"")
  }

  private mutating func readGroup(_ group: String, _ pairs: [Tree.Pair], _ outer: Inherited) {
    var inherited = outer
    let names = index.groups[group] ?? []
    for pair in pairs where isAbout(pair.key, names) {
      if pair.key == "source" { inherited.source = words(pair).map(Source.init(text:)) ?? inherited.source }
      if pair.key == "note" { inherited.note = words(pair) ?? inherited.note }
      if pair.key == "known" { inherited.known = date(pair) ?? inherited.known }
    }
    for (place, pair) in pairs.enumerated() where !isAbout(pair.key, names) {
      guard layer.findings.count <= most else { return }
      if let finding = ThousandsComma.finding(in: pairs, at: place, layer.source) {
        layer.findings.append(finding)
        layer.doubtful.insert(PathIndex<Root>.join(group, pairs[place - 1].key))
      } else if group.isEmpty, Self.headings.contains(pair.key), !names.contains(pair.key) {
        readHeading(pair)
      } else if names.contains(pair.key) {
        read(pair, PathIndex<Root>.join(group, pair.key), inherited)
      } else {
        complainAboutKey(pair, in: group)
      }
    }
  }

  /// Whether a key says something about its group, rather than being in it.
  private func isAbout(_ key: String, _ names: [String]) -> Bool {
    Self.groupWords.contains(key) && !names.contains(key)
  }

  private mutating func read(_ pair: Tree.Pair, _ path: String, _ inherited: Inherited) {
    if let parameter = index.parameters[path] {
      readEntry(pair.value, parameter, keyPlace: pair.keyPlace, inherited)
      return
    }
    if pair.value.isNull { return }
    guard case .map(let pairs) = pair.value.content else {
      let inside = (index.groups[path] ?? []).prefix(3).joined(separator: ", ")
      layer.doubtful.insert(path)
      complain(
        "not-a-group", pair.value.place, "\(path.quoted) is a group, and takes names with values.",
        help: "it holds for example \(inside)")
      return
    }
    readGroup(path, pairs, inherited)
  }

  private mutating func readEntry(
    _ tree: Tree, _ parameter: Parameter<Root>, keyPlace: Place, _ inherited: Inherited,
    allowsRunDays: Bool = true
  ) {
    var reading = EntryReading(
      source: layer.source, parameter: parameter, allowsRunDays: allowsRunDays)
    var entry = reading.read(tree, keyPlace: keyPlace)
    if entry.value != nil {
      // A date said of the group's source says nothing of another.
      if entry.source == nil { entry.known = entry.known ?? inherited.known }
      entry.source = entry.source ?? inherited.source
      entry.note = entry.note ?? inherited.note
    }
    layer.findings += reading.findings
    if !reading.findings.isEmpty { layer.doubtful.insert(parameter.path) }
    layer.entries[parameter.path] = entry
  }

  /// Reads the value of one `--set`, or of another option, whose values are taken as they are.
  mutating func readSet(
    _ tree: Tree, _ parameter: Parameter<Root>, keyPlace: Place, allowsRunDays: Bool
  ) {
    readEntry(tree, parameter, keyPlace: keyPlace, Inherited(), allowsRunDays: allowsRunDays)
  }

  private mutating func readHeading(_ pair: Tree.Pair) {
    if pair.key == "council" {
      var reading = CouncilReading(source: layer.source)
      layer.council = reading.read(pair).map { ($0, pair.keyPlace) }
      layer.findings += reading.findings
      return
    }
    if pair.key == "jointly" {
      var reading = JointReading(source: layer.source, index: index)
      reading.read(pair.value)
      layer.jointly = reading.pairs
      layer.findings += reading.findings
      return
    }
    guard let words = words(pair) else { return }
    switch pair.key {
    case "scenario": layer.title = words
    case "question": layer.question = words
    case "hindsight": layer.hindsight = (words, pair.keyPlace)
    default: layer.basedOn = (words, pair.value.place)
    }
  }

  private mutating func date(_ pair: Tree.Pair) -> CivilDate? {
    let (date, finding) = KnownReading.read(pair, layer.source)
    layer.findings += [finding].compactMap { $0 }
    return date
  }

  private mutating func words(_ pair: Tree.Pair) -> String? {
    guard let (text, quoted) = pair.value.scalar, !pair.value.isNull else {
      complain(
        "wrong-type", pair.value.place, "\(pair.key.quoted) takes text, not \(pair.value.kindName).",
        help: "write a few words")
      return nil
    }
    let isTruth = ["true", "false", "yes", "no"].contains(text.lowercased())
    guard pair.key != "hindsight" || quoted || !(isTruth || Double(text) != nil) else {
      complain(
        "wrong-type", pair.value.place, "\(pair.key.quoted) takes text, not \(text).",
        help: "write a few words, in quotes where they are a number")
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      complain(
        "no-value", pair.value.place, "\(pair.key.quoted) says nothing.",
        help: "write a few words, or leave it out")
      return nil
    }
    return text
  }

  private mutating func complainAboutKey(_ pair: Tree.Pair, in group: String) {
    layer.doubtful.insert(group.isEmpty ? pair.key : group)
    let extra = group.isEmpty ? Self.headings : Self.groupWords
    let near = index.suggestion(for: pair.key, in: group, also: extra)
    if let near, !near.contains(".") { layer.doubtful.insert(PathIndex<Root>.join(group, near)) }
    let inside = group.isEmpty ? "here" : "in \(group.quoted)"
    let help =
      if near == pair.key, pair.key.contains(".") {
        "nest the names: " + pair.key.replacing(".", with: ": { ") + ": …"
          + String(repeating: " }", count: pair.key.count { $0 == "." })
      } else {
        near.map { "did you mean \($0.quoted)?" }
      }
    complain("unknown-key", pair.keyPlace, "There is no \(pair.key.quoted) \(inside).", help: help)
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    layer.findings.append(layer.source.error(code, place, message, help: help))
  }
}
