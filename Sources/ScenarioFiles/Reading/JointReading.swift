import Parameters

/// What one file says of two values that are drawn together.
struct JointPair {
  let pair: PairCorrelation
  /// Where each path stands, in the order in which they are written, and where the correlation stands.
  let places: [(path: String, place: Place)]
  let correlationPlace: Place
}

/// Reads what stands after `jointly:`, a list of groups of paths with their correlations.
///
/// A group is `{ paths: [a, b, …], correlation: 0.6 }`, one correlation for all its pairs, or
/// `{ paths: [a, b, c], correlations: [[ab], [ac, bc]] }`, the triangle below the diagonal.
struct JointReading<Root: ParameterSet> {
  let source: SourceText
  let index: PathIndex<Root>
  private(set) var pairs: [JointPair] = []
  private(set) var findings: [Finding] = []

  init(source: SourceText, index: PathIndex<Root>) { (self.source, self.index) = (source, index) }

  private static var form: String { "write - { paths: [one.path, other.path], correlation: 0.6 }" }
  private static var words: [String] { ["paths", "correlation", "correlations", "source", "note"] }

  mutating func read(_ tree: Tree) {
    guard case .list(let items) = tree.content else {
      complain("wrong-type", tree.place, "\"jointly\" takes a list, not \(tree.kindName).", help: Self.form)
      return
    }
    for item in items { group(item) }
  }

  private mutating func group(_ tree: Tree) {
    guard case .map(let members) = tree.content else {
      complain(
        "wrong-type", tree.place, "Values that go together are a group of names, not \(tree.kindName).",
        help: Self.form)
      return
    }
    for member in members where !Self.words.contains(member.key) {
      let near = Suggestion.nearest(to: member.key, among: Self.words)
      complain(
        "unknown-key", member.keyPlace, "Values that go together have no \(member.key.quoted).",
        help: near.map { "did you mean \($0.quoted)?" } ?? "they have \(Self.words.joined(separator: ", "))")
    }
    func part(_ name: String) -> Tree? { members.first { $0.key == name }?.value }
    guard let list = part("paths") else {
      complain("missing-key", tree.place, "The paths that go together are missing.", help: Self.form)
      return
    }
    guard let paths = paths(list) else { return }
    switch (part("correlation"), part("correlations")) {
    case (let one?, nil):
      guard let correlation = correlation(one) else { return }
      for later in paths.indices {
        for earlier in 0..<later { enter(paths[earlier], paths[later], correlation, one.place) }
      }
    case (nil, let all?): triangle(all, paths)
    default:
      complain(
        "missing-key", tree.place,
        "Values that go together have either one correlation for each pair, or a triangle of correlations.",
        help: Self.form)
    }
  }

  private mutating func paths(_ tree: Tree) -> [(path: String, place: Place)]? {
    guard case .list(let items) = tree.content, items.count > 1 else {
      complain("wrong-type", tree.place, "At least two paths go together.", help: Self.form)
      return nil
    }
    let before = findings.count
    var paths: [(path: String, place: Place)] = []
    for item in items {
      let path = item.scalar?.text ?? ""
      if index.parameters[path] == nil {
        complain(
          "unknown-key", item.place, "There is no parameter \(path.quoted).",
          help: index.help(forUnknown: path))
      } else if paths.contains(where: { $0.path == path }) {
        complain("given-twice", item.place, "\(path.quoted) stands twice among the paths.")
      }
      paths.append((path, item.place))
    }
    return findings.count == before ? paths : nil
  }

  private mutating func triangle(_ tree: Tree, _ paths: [(path: String, place: Place)]) {
    let rows: [[Tree]] =
      if case .list(let items) = tree.content {
        items.map { if case .list(let row) = $0.content { row } else { [] } }
      } else {
        []
      }
    guard rows.map(\.count) == Array(1..<paths.count) else {
      complain(
        "wrong-type", tree.place,
        "\(paths.count) paths need \(paths.count - 1) rows of correlations: each path but the first with those before it.",
        help: "write for three paths [[0.6], [0.1, 0.2]]")
      return
    }
    for (row, items) in rows.enumerated() {
      for (column, item) in items.enumerated() {
        guard let correlation = correlation(item) else { continue }
        enter(paths[column], paths[row + 1], correlation, item.place)
      }
    }
  }

  private mutating func correlation(_ tree: Tree) -> Double? {
    guard let (text, quoted) = tree.scalar, !tree.isNull else {
      complain("wrong-type", tree.place, "A correlation is a number, not \(tree.kindName).")
      return nil
    }
    do {
      let number = try NumberReading.number(text, quoted: quoted)
      if number > -1, number < 1 { return number }
      complain(
        "out-of-range", tree.place, "A correlation is above -1 and below 1, and cannot be \(text).",
        help: number.magnitude == 1
          ? "values that determine each other are one input: let the other be certain" : nil)
    } catch {
      complain(error.code, tree.place, "\(text.quoted) \(error.what).", help: error.help)
    }
    return nil
  }

  private mutating func enter(
    _ one: (path: String, place: Place), _ other: (path: String, place: Place), _ correlation: Double,
    _ place: Place
  ) {
    let pair = PairCorrelation(one.path, other.path, correlation)
    if let earlier = pairs.first(where: { $0.pair.first == pair.first && $0.pair.second == pair.second }) {
      complain(
        "given-twice", place,
        "The correlation of \(pair.first.quoted) and \(pair.second.quoted) stands at \(earlier.correlationPlace) already."
      )
      return
    }
    pairs.append(JointPair(pair: pair, places: [one, other], correlationPlace: place))
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    findings.append(source.error(code, place, message, help: help))
  }
}
