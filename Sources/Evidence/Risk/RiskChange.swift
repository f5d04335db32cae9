import Parameters
import ScenarioFiles
import ServiceModel

/// What a control, an action or a stress does to one parameter.
package struct RiskChange: Sendable {
  package enum Kind: Sendable, Equatable {
    /// Takes the place of the value, and of all that was said of it.
    case set(String)
    /// Multiplies the value as it stands, in every future that draws it too.
    case times(Double)
    /// Adds to the value as it stands, in every future that draws it too.
    case plus(Double)
  }

  package let path: String
  package let kind: Kind
  /// Where the register says so.
  package let place: Place

  /// As a table shows it: `path × 1.2`.
  package var text: String {
    switch kind {
    case .set(let value): "\(path) = \(value)"
    case .times(let factor): "\(path) × \(Value.number(factor).text)"
    case .plus(let amount): "\(path) + \(Value.number(amount).text)"
    }
  }

  /// Changes one after another, as `path=value` texts: one for each path, with what all of them make of it.
  ///
  /// - Parameter settings: of the scenario that is changed; each path has one, and numbers where it is calculated with.
  static func sets(_ changes: [RiskChange], _ settings: [String: Setting]) -> [String] {
    var paths: [String] = []
    var made: [String: Made] = [:]
    for change in changes {
      guard let setting = settings[change.path] else { continue }
      if made[change.path] == nil { paths.append(change.path) }
      made[change.path] = (made[change.path] ?? Made(setting)).changed(by: change.kind)
    }
    return paths.compactMap { path in made[path].map { "\(path)=\($0.text)" } }
  }

  /// A value as changes have made it.
  struct Made: Equatable {
    /// A number, a list of them, or the words that were set.
    enum Content: Equatable {
      case numbers([Double], isList: Bool, isWhole: Bool)
      case words(String)
    }

    var content: Content
    var law: Uncertainty?
    private let range: ClosedRange<Double>?

    init(_ setting: Setting) {
      law = setting.uncertain
      content =
        switch setting.value {
        case .number(let number)?: .numbers([number], isList: false, isWhole: false)
        case .whole(let number)?: .numbers([Double(number)], isList: false, isWhole: true)
        case .numbers(let numbers)?: .numbers(numbers, isList: true, isWhole: false)
        case let other: .words(other?.text ?? "")
        }
      range = ServiceParameters.table.first { $0.path == setting.path }?.kind.numbersAllowed
    }

    /// Whether the value can be multiplied and added to.
    var isNumber: Bool { if case .numbers = content { true } else { false } }

    /// The number outside what the parameter allows; nil where all are inside.
    var outside: Double? {
      guard case .numbers(let numbers, _, _) = content, let range else { return nil }
      return numbers.first { !range.contains($0) }
    }

    func changed(by kind: Kind) -> Made {
      var changed = self
      switch kind {
      case .set(let text):
        changed.law = nil
        if let number = Double(text) {
          changed.content = .numbers([number], isList: false, isWhole: false)
        } else {
          changed.content = .words(text)
        }
      case .times(let factor): changed.change({ $0 * factor }, stretch: factor)
      case .plus(let amount): changed.change({ $0 + amount }, stretch: 1)
      }
      return changed
    }

    private mutating func change(_ one: (Double) -> Double, stretch: Double) {
      guard case .numbers(let numbers, let isList, let isWhole) = content else { return }
      content = .numbers(
        numbers.map { isWhole ? one($0).rounded() : one($0) }, isList: isList, isWhole: isWhole)
      law = law.flatMap { $0.moved(one, stretch: abs(stretch), within: range) }
    }

    /// As `--set` takes it.
    var text: String {
      guard case .numbers(let numbers, let isList, let isWhole) = content else {
        if case .words(let words) = content { return words }
        return ""
      }
      let texts = numbers.map { number in
        isWhole
          ? Int(exactly: number).map(String.init) ?? Value.number(number).text : Value.number(number).text
      }
      if isList { return "[\(texts.joined(separator: ", "))]" }
      guard let law else { return texts.first ?? "" }
      let inside = law.numbers.filter { $0.name != "mode" && $0.name != "mean" }
        .map { "\($0.name): \(Value.number($0.value).text)" }
      let spread = "family: \(law.family), " + inside.joined(separator: ", ")
      return "{ value: \(texts.first ?? ""), uncertain: { \(spread) } }"
    }
  }
}

extension ParameterKind {
  /// The numbers that it allows; nil for a kind that holds none.
  fileprivate var numbersAllowed: ClosedRange<Double>? {
    switch self {
    case .number(let range), .numbers(let range): range
    case .whole(let range): Double(range.lowerBound)...Double(range.upperBound)
    case .flag, .choice, .date: nil
    }
  }
}

extension Uncertainty {
  /// The law of the changed quantity, kept inside a range; nil where nothing is left to be uncertain.
  fileprivate func moved(
    _ one: (Double) -> Double, stretch: Double, within range: ClosedRange<Double>?
  ) -> Uncertainty? {
    func kept(_ number: Double) -> Double {
      range.map { min(max(one(number), $0.lowerBound), $0.upperBound) } ?? one(number)
    }
    func ends(_ low: Double, _ high: Double) -> (low: Double, high: Double)? {
      let (one, two) = (kept(low), kept(high))
      return one == two ? nil : (min(one, two), max(one, two))
    }
    switch self {
    case .pert(let low, let mode, let high):
      return ends(low, high).map { .pert(low: $0.low, mode: kept(mode), high: $0.high) }
    case .triangular(let low, let mode, let high):
      return ends(low, high).map { .triangular(low: $0.low, mode: kept(mode), high: $0.high) }
    case .uniform(let low, let high): return ends(low, high).map { .uniform(low: $0.low, high: $0.high) }
    case .normal(let mean, let deviation):
      return stretch > 0 ? .normal(mean: one(mean), standardDeviation: deviation * stretch) : nil
    case .lognormal(let mean, let deviation):
      return stretch > 0 && one(mean) > 0
        ? .lognormal(mean: one(mean), standardDeviation: deviation * stretch) : nil
    }
  }
}

extension DocumentReading {
  /// The changes of a group of `path: value`, `path: { times: 1.2 }` and `path: { plus: -3 }`.
  mutating func changes(_ parts: Parts, _ key: String) -> [RiskChange] {
    guard let node = parts[key] else { return [] }
    guard let members = node.members else {
      complain("not-a-group", node.place, "\(key) must be a group of path: value, not \(node.kindName).")
      return []
    }
    return members.compactMap { member in
      if let text = member.value.text {
        return RiskChange(path: member.key, kind: .set(text), place: member.place)
      }
      if let items = member.value.items {
        let list = "[\(items.compactMap(\.text).joined(separator: ", "))]"
        return RiskChange(path: member.key, kind: .set(list), place: member.place)
      }
      let found = group(member.value, "A change", [], optional: ["times", "plus"])
      guard found.count == 1, let word = found.keys.first else {
        complain(
          "not-a-value", member.place, "\(member.key) needs one of a value, 'times' and 'plus'.",
          help: "write for example { times: 1.2 } or { plus: -3 }")
        return nil
      }
      guard let number = number(found, word) else { return nil }
      return RiskChange(
        path: member.key, kind: word == "times" ? .times(number) : .plus(number), place: member.place)
    }
  }
}

extension Document {
  /// What is wrong with changes of a scenario with these settings.
  func findings(_ changes: [RiskChange], _ settings: [String: Setting]) -> [Finding] {
    changes.compactMap { change in
      guard let setting = settings[change.path] else {
        let near = Suggestion.nearest(to: change.path, among: settings.keys.sorted())
        return error(
          "unknown-path", change.place, "There is no parameter '\(change.path)'.",
          help: near.map { "did you mean '\($0)'?" })
      }
      if case .set(let text) = change.kind {
        guard let law = setting.uncertain else { return nil }
        return error(
          "sets-uncertain-input", change.place,
          "'\(change.path)' is uncertain (\(law.text)), and \(text) would take its uncertainty away: the states of "
            + "the risk would differ by more than the change.",
          help: "say what the change does to it: { times: … } or { plus: … }")
      }
      let made = RiskChange.Made(setting)
      guard made.isNumber else {
        return error(
          "not-a-number", change.place,
          "'\(change.path)' is \(setting.value?.text ?? "not set"), which cannot be multiplied or added to.",
          help: "give the value to be set")
      }
      return made.changed(by: change.kind).outside.map { number in
        error(
          "out-of-range", change.place,
          "\(change.text) gives \(Value.number(number).text), which the parameter does not allow.",
          help: "caseload explain SCENARIO \(change.path) shows its range")
      }
    }
  }
}
