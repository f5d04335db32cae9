import Dates
import Foundation
import Parameters

/// Reads the YAML of a fit, with every mistake in one pass.
struct FitReading<Root: ParameterSet> {
  let source: SourceText
  let index = PathIndex<Root>()
  var findings: [Finding] = []

  init(source: SourceText) { self.source = source }

  private static var names: [String] {
    ["fit", "observed", "until", "replications", "checkReplications", "iterations", "free", "targets"]
  }

  mutating func read() -> FitFile? {
    guard let tree = YamlReader(source: source).read(into: &findings), case .map(let pairs) = tree.content
    else {
      if findings.isEmpty {
        complain(
          "not-a-fit", source.beginning, "A fit holds names with values.",
          help: "begin with a line such as \"fit: My council\"")
      }
      return nil
    }
    let known = keyed(pairs, names: Self.names, of: "a fit")
    let title = known["fit"].flatMap { text($0.value) } ?? ""
    let observed = known["observed"].flatMap { text($0.value) } ?? ""
    for name in ["observed", "free", "targets"] where known[name] == nil {
      complain("missing-key", source.beginning, "A fit needs \(name.quoted).")
    }
    let file = FitFile(
      title: title.isEmpty ? source.name : title, observed: beside(observed),
      until: known["until"].flatMap { date($0.value) },
      replications: whole(known["replications"], 2...100_000) ?? 40,
      checkReplications: whole(known["checkReplications"], 10...100_000) ?? 200,
      iterations: whole(known["iterations"], 1...100) ?? 5,
      free: known["free"].map { readFree($0.value) } ?? [],
      targets: known["targets"].map { readTargets($0.value) } ?? [], source: source)
    return file
  }

  // MARK: Parts

  private mutating func readFree(_ tree: Tree) -> [FitFile.Free] {
    guard case .map(let pairs) = tree.content else {
      complain("wrong-type", tree.place, "\"free\" takes paths with their ranges, not \(tree.kindName).")
      return []
    }
    return pairs.compactMap { free($0) }
  }

  private mutating func free(_ pair: Tree.Pair) -> FitFile.Free? {
    guard let parameter = index.parameters[pair.key] else {
      complain(
        "unknown-key", pair.keyPlace, "There is no parameter \(pair.key.quoted).",
        help: index.suggestion(for: pair.key, in: "").map { "did you mean \($0.quoted)?" })
      return nil
    }
    guard case .number(let range) = parameter.kind, Root.mayBeUncertain(pair.key) else {
      complain(
        "not-a-number", pair.keyPlace,
        "\(pair.key.quoted) is \(parameter.kind.expectation); only a number that need not be whole can be fitted."
      )
      return nil
    }
    guard case .map(let pairs) = pair.value.content else {
      complain(
        "wrong-type", pair.value.place, "\(pair.key.quoted) takes a start and a range.",
        help: "write { start: 2, low: 1, high: 4 }")
      return nil
    }
    let names = ["start", "low", "high"]
    let known = keyed(pairs, names: names, of: "a free value")
    let numbers = names.compactMap { name -> Double? in
      guard let found = known[name] else {
        complain("missing-key", pair.value.place, "\(pair.key.quoted) needs \(name.quoted).")
        return nil
      }
      return number(found.value)
    }
    guard numbers.count == 3 else { return nil }
    guard numbers[1] < numbers[0], numbers[0] < numbers[2] else {
      complain(
        "order", pair.value.place,
        "The start \(Value.number(numbers[0]).text) of \(pair.key.quoted) is not between low and high.")
      return nil
    }
    guard range.contains(numbers[1]), range.contains(numbers[2]) else {
      complain(
        "out-of-range", pair.value.place,
        "The range of \(pair.key.quoted) reaches beyond what is allowed, \(parameter.kind.rangeText).")
      return nil
    }
    return FitFile.Free(
      path: pair.key, start: numbers[0], low: numbers[1], high: numbers[2], place: pair.keyPlace)
  }

  private mutating func readTargets(_ tree: Tree) -> [FitFile.Target] {
    guard case .list(let items) = tree.content else {
      complain("wrong-type", tree.place, "\"targets\" takes a list, not \(tree.kindName).")
      return []
    }
    return items.compactMap { target($0) }
  }

  private mutating func target(_ tree: Tree) -> FitFile.Target? {
    guard case .map(let pairs) = tree.content else {
      complain(
        "wrong-type", tree.place, "A target is a group of names, not \(tree.kindName).",
        help: "write - { measure: referrals, dates: [2016-03-31] }")
      return nil
    }
    let known = keyed(pairs, names: ["measure", "breakdown", "dates", "use", "tolerance"], of: "a target")
    guard let measure = known["measure"].flatMap({ text($0.value) }) else {
      complain("missing-key", tree.place, "A target needs \"measure\".")
      return nil
    }
    var dates: [CivilDate] = []
    if case .list(let items)? = known["dates"]?.value.content {
      dates = items.compactMap { date($0) }
    } else {
      complain("missing-key", tree.place, "A target needs a list of \"dates\".", help: "dates: [2016-03-31]")
    }
    let use = known["use"].flatMap { text($0.value) } ?? "fitted"
    if !["fitted", "held-out"].contains(use), let pair = known["use"] {
      complain("unknown-choice", pair.value.place, "\"use\" is fitted or held-out, not \(use.quoted).")
    }
    let tolerance = known["tolerance"].flatMap { number($0.value) } ?? 0.03
    if tolerance < 0 || tolerance > 10, let pair = known["tolerance"] {
      complain("out-of-range", pair.value.place, "A tolerance is a share from 0 to 10.")
    }
    return FitFile.Target(
      measure: measure, breakdown: known["breakdown"].flatMap { text($0.value) } ?? "", dates: dates,
      isFitted: use == "fitted", tolerance: tolerance, place: tree.place)
  }

  // MARK: Values

  private mutating func keyed(_ pairs: [Tree.Pair], names: [String], of what: String) -> [String: Tree.Pair] {
    var found: [String: Tree.Pair] = [:]
    for pair in pairs {
      if names.contains(pair.key) {
        found[pair.key] = pair
      } else {
        complain(
          "unknown-key", pair.keyPlace, "\(pair.key.quoted) is not part of \(what).",
          help: Suggestion.nearest(to: pair.key, among: names).map { "did you mean \($0.quoted)?" }
            ?? "it takes \(names.joined(separator: ", "))")
      }
    }
    return found
  }

  private mutating func text(_ tree: Tree) -> String? {
    guard let (text, _) = tree.scalar, !tree.isNull else {
      complain("wrong-type", tree.place, "A text is expected here, not \(tree.kindName).")
      return nil
    }
    return text
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

  private mutating func whole(_ pair: Tree.Pair?, _ range: ClosedRange<Int>) -> Int? {
    guard let pair, let number = number(pair.value) else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      complain(
        "out-of-range", pair.value.place,
        "\(pair.key.quoted) is a whole number from \(range.lowerBound) to \(range.upperBound).")
      return nil
    }
    return whole
  }

  private mutating func date(_ tree: Tree) -> CivilDate? {
    guard let text = tree.scalar?.text, let date = CivilDate(iso: text) else {
      complain("wrong-type", tree.place, "A date is expected here.", help: "write 2016-03-31")
      return nil
    }
    return date
  }

  /// A file named from the folder of the fit.
  private func beside(_ name: String) -> String {
    guard !name.isEmpty, !name.hasPrefix("/") else { return name }
    let folder = URL(fileURLWithPath: source.name).deletingLastPathComponent()
    let path = folder.appendingPathComponent(name).standardizedFileURL.path
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    findings.append(source.error(code, place, message, help: help))
  }
}
