import Parameters

/// Reads what stands after `uncertain:`.
struct SpreadReading {
  let source: SourceText
  let path: String
  let kind: ParameterKind
  private(set) var findings: [Finding] = []

  init(source: SourceText, path: String, kind: ParameterKind) {
    (self.source, self.path, self.kind) = (source, path, kind)
  }

  private static let families = ["pert", "uniform", "triangular", "normal", "lognormal"]
  private static let form = "write [low, high], or { family: uniform, low: 1, high: 2 }"

  /// The spread, or nil with findings.
  mutating func read(_ tree: Tree) -> Entry.Spread? {
    switch kind {
    case .number, .whole: break
    case .flag, .choice, .date, .numbers:
      complain("not-uncertain", tree.place, "\(path.quoted) is \(kind.expectation), and cannot be uncertain.")
      return nil
    }
    let shape: Entry.Spread.Shape? =
      switch tree.content {
      case .list(let items): range(items, at: tree.place)
      case .map(let pairs): named(pairs, at: tree.place)
      case .scalar: wrongForm(tree.place)
      }
    return shape.flatMap { check($0, at: tree.place) }
  }

  private mutating func range(_ items: [Tree], at place: Place) -> Entry.Spread.Shape? {
    guard items.count == 2 else { return wrongForm(place) }
    let ends = items.map { number($0) }
    guard let low = ends[0], let high = ends[1] else { return nil }
    return .pert(low: low, high: high)
  }

  private mutating func named(_ pairs: [Tree.Pair], at place: Place) -> Entry.Spread.Shape? {
    let family = familyName(pairs)
    guard let family else { return nil }
    let isSpread = family == "normal" || family == "lognormal"
    let wanted = isSpread ? ["standardDeviation"] : ["low", "high"]
    var numbers: [String: Double] = [:]
    let before = findings.count
    for pair in pairs where pair.key != "family" {
      guard wanted.contains(pair.key) else {
        complainAboutKey(pair, family: family, wanted: wanted)
        continue
      }
      numbers[pair.key] = number(pair.value)
    }
    for name in wanted where !pairs.contains(where: { $0.key == name }) {
      complain("missing-key", place, "The family \(family) needs \(name.quoted).")
    }
    guard findings.count == before else { return nil }
    if isSpread {
      let deviation = numbers["standardDeviation"] ?? 0
      return family == "normal"
        ? .normal(standardDeviation: deviation) : .lognormal(standardDeviation: deviation)
    }
    let low = numbers["low"] ?? 0
    let high = numbers["high"] ?? 0
    switch family {
    case "uniform": return .uniform(low: low, high: high)
    case "triangular": return .triangular(low: low, high: high)
    default: return .pert(low: low, high: high)
    }
  }

  private mutating func familyName(_ pairs: [Tree.Pair]) -> String? {
    guard let pair = pairs.first(where: { $0.key == "family" }) else { return "pert" }
    guard let name = pair.value.scalar?.text, Self.families.contains(name) else {
      let near = pair.value.scalar.flatMap { Suggestion.nearest(to: $0.text, among: Self.families) }
      complain(
        "unknown-choice", pair.value.place,
        "A family is one of \(Self.families.joined(separator: ", ")).",
        help: near.map { "did you mean \($0.quoted)?" })
      return nil
    }
    return name
  }

  private mutating func complainAboutKey(_ pair: Tree.Pair, family: String, wanted: [String]) {
    let isCentre = ["mode", "mean", "value", "median"].contains(pair.key)
    let near = Suggestion.nearest(to: pair.key, among: wanted)
    complain(
      "unknown-key", pair.keyPlace, "The family \(family) has no \(pair.key.quoted).",
      help: isCentre
        ? "leave it out: the parameter's own value is the centre" : near.map { "did you mean \($0.quoted)?" })
  }

  private mutating func number(_ tree: Tree) -> Double? {
    guard let (text, quoted) = tree.scalar, !tree.isNull else {
      complain("wrong-type", tree.place, "A number is expected here, not \(tree.kindName).")
      return nil
    }
    do {
      return try NumberReading.number(text, quoted: quoted)
    } catch {
      complain(error.code, tree.place, "\(text.quoted) \(error.what).", help: error.help)
      return nil
    }
  }

  /// Checks all that does not need the point value.
  private mutating func check(_ shape: Entry.Spread.Shape, at place: Place) -> Entry.Spread? {
    let before = findings.count
    if let ends = shape.ends {
      if ends.low >= ends.high {
        complain(
          "uncertain-order", place,
          "The uncertainty of \(path.quoted) goes from \(text(ends.low)) to \(text(ends.high)).",
          help: "write the lower number first; leave \"uncertain\" out for a value that is certain")
      }
      for end in [ends.low, ends.high] {
        guard let range = kind.bounds, !range.contains(end) else { continue }
        complain(
          "out-of-range", place,
          "The uncertainty of \(path.quoted) reaches \(text(end)), outside \(kind.rangeText).")
      }
    }
    switch shape {
    case .normal(let deviation), .lognormal(let deviation):
      if deviation <= 0 {
        complain("out-of-range", place, "The standard deviation of \(path.quoted) is not above 0.")
      }
    case .pert, .uniform, .triangular: break
    }
    return findings.count == before ? Entry.Spread(shape: shape, place: place) : nil
  }

  private mutating func wrongForm(_ place: Place) -> Entry.Spread.Shape? {
    complain(
      "wrong-type", place, "The uncertainty of \(path.quoted) is not a range or a family.", help: Self.form)
    return nil
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    findings.append(source.error(code, place, message, help: help))
  }

  private func text(_ number: Double) -> String { Value.number(number).text }
}
