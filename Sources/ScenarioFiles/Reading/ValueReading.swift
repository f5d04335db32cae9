import Dates
import Parameters

/// Reads what stands for a parameter's value.
enum ValueReading {
  /// A value, or why not and where.
  struct Outcome {
    var value: Value?
    var complaints: [(complaint: Complaint, place: Place, written: String)] = []
  }

  /// Reads a single value or a list as the parameter's kind asks, its range included.
  static func read(_ tree: Tree, as kind: ParameterKind) -> Outcome {
    if case .numbers = kind { return list(tree, kind) }
    guard let (text, quoted) = tree.scalar, !tree.isNull else {
      return Outcome(complaints: [(noSingle(tree, kind), tree.place, "")])
    }
    do {
      let value = try single(text, quoted: quoted, as: kind)
      try check(value, kind)
      return Outcome(value: value)
    } catch {
      return Outcome(complaints: [(error, tree.place, text)])
    }
  }

  private static func check(_ value: Value, _ kind: ParameterKind) throws(Complaint) {
    guard let what = kind.complaint(about: value) else { return }
    guard case .choice(let allowed) = kind, case .choice(let name) = value else {
      throw Complaint(code: "out-of-range", what: what)
    }
    throw Complaint(
      code: "unknown-choice", what: what,
      help: Suggestion.nearest(to: name, among: allowed).map { "did you mean \($0.quoted)?" })
  }

  private static func single(
    _ text: String, quoted: Bool, as kind: ParameterKind
  ) throws(Complaint) -> Value {
    switch kind {
    case .number, .numbers: return .number(try NumberReading.number(text, quoted: quoted))
    case .whole:
      let number = try NumberReading.number(text, quoted: quoted)
      guard number == number.rounded(), abs(number) <= 9_007_199_254_740_992 else {
        throw Complaint(code: "wrong-type", what: "is not a whole number")
      }
      return .whole(Int(number))
    case .flag: return .flag(try flag(text, quoted: quoted))
    case .choice: return .choice(text)
    case .date:
      guard let date = CivilDate(iso: text) else {
        throw Complaint(
          code: "wrong-type", what: "is not a date that exists",
          help: text.hasPrefix("start")
            ? "write a day counted from the start of the run as start + 12 months"
            : "write year, month and day as 2015-04-01")
      }
      return .date(date)
    }
  }

  private static func flag(_ text: String, quoted: Bool) throws(Complaint) -> Bool {
    let word = text.lowercased()
    let truths = ["true": true, "yes": true, "on": true, "y": true, "1": true]
    let untruths = ["false": false, "no": false, "off": false, "n": false, "0": false]
    guard let meant = truths[word] ?? untruths[word] else {
      throw Complaint(code: "wrong-type", what: "is not true or false")
    }
    let isExact = [text == "true", text == "True", text == "TRUE"].contains(true) || word == "false"
    guard isExact, !quoted else {
      throw Complaint(
        code: "not-true-or-false", what: "is not read as true or false", help: "write \(meant)")
    }
    return meant
  }

  private static func list(_ tree: Tree, _ kind: ParameterKind) -> Outcome {
    guard case .list(let items) = tree.content else {
      let isNumber = tree.scalar.map { (try? NumberReading.number($0.text, quoted: false)) != nil } ?? false
      let written = tree.isNull ? "" : tree.scalar?.text ?? ""
      return Outcome(complaints: [
        (
          Complaint(
            code: "wrong-type",
            what: written.isEmpty ? "takes a list of numbers" : "is not a list of numbers",
            help: isNumber ? "write [\(written)]" : "write numbers in brackets, as [1, 2.5, 4]"), tree.place,
          written
        )
      ])
    }
    var numbers: [Double] = []
    var outcome = Outcome()
    // Twenty wrong numbers in one list say enough.
    for item in items where outcome.complaints.count < 20 {
      let single: ParameterKind = if case .numbers(let range) = kind { .number(range) } else { kind }
      let inner = read(item, as: single)
      if case .number(let number)? = inner.value { numbers.append(number) }
      outcome.complaints += inner.complaints
    }
    if outcome.complaints.isEmpty { outcome.value = .numbers(numbers) }
    return outcome
  }

  private static func noSingle(_ tree: Tree, _ kind: ParameterKind) -> Complaint {
    if tree.isNull {
      return Complaint(
        code: "no-value", what: "has no value", help: "remove the line to keep the default")
    }
    return Complaint(code: "wrong-type", what: "takes \(kind.expectation), not \(tree.kindName)")
  }
}
