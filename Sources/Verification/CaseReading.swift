import Foundation
import Notation
import Statistics

/// Reads files of cases. A member that is not known is a mistake, so that a misspelt one is never passed over.
package enum CaseReading {
  /// The cases of a file.
  ///
  /// - Parameters:
  ///   - data: a JSON list of cases.
  ///   - folder: where the paths of scenarios begin.
  package static func cases(_ data: Data, folder: String) throws(VerificationError) -> [VerificationCase] {
    let tree: JSONValue
    do {
      tree = try JSONDecoder().decode(JSONValue.self, from: data)
    } catch {
      throw VerificationError("", "this is not a file of cases: it is not JSON")
    }
    guard case .array(let list) = tree else {
      throw VerificationError("", "this is not a file of cases: it must be a list")
    }
    if list.isEmpty { throw VerificationError("", "there is no case in this file") }
    var cases: [VerificationCase] = []
    for (place, item) in list.enumerated() {
      guard let members = item.members, case .string(let id)? = members["id"] else {
        throw VerificationError("", "entry \(place + 1) is not a case: it has no id")
      }
      if cases.contains(where: { $0.id == id }) { throw VerificationError(id, "there are two of that id") }
      cases.append(try read(CaseMembers(id: id, members: members), folder: folder))
    }
    return cases
  }

  private static let known: Set<String> = [
    "id", "group", "title", "source", "notes", "scenario", "set", "replications", "expected", "calculation",
    "inputs", "tolerance", "absoluteTolerance", "trace", "finding", "randomWords", "versus",
  ]

  private static func read(
    _ item: CaseMembers, folder: String
  ) throws(VerificationError) -> VerificationCase {
    try item.allow(known)
    let calculation = try calculation(item)
    let scenario = try scenario(item, folder: folder)
    let versus = try versus(item, scenario, folder: folder)
    let made = VerificationCase(
      id: item.id, group: try item.text("group"), title: try item.text("title"),
      source: try item.text("source"), notes: try item.text("notes", or: ""), scenario: scenario,
      versus: versus,
      replications: try item.count("replications", or: 1),
      readings: calculation == nil ? try item.records("expected").map(reading) : [],
      traces: try item.records("trace").map(trace), finding: try finding(item), calculation: calculation,
      words: try item.records("randomWords").map(words))
    let checks =
      made.readings.count + made.traces.count + made.words.count + (made.finding == nil ? 0 : 1)
      + (calculation == nil ? 0 : 1)
    if checks == 0 { throw item.wrong("nothing is expected of it") }
    if scenario == nil, !made.readings.isEmpty || !made.traces.isEmpty || made.finding != nil {
      throw item.wrong("it needs a scenario")
    }
    if versus == nil, let reading = made.readings.first(where: { $0.side != .scenario }) {
      throw item.wrong("'\(reading.name)' is of '\(reading.side.rawValue)', but there is no 'versus'")
    }
    if versus != nil, made.readings.allSatisfy({ $0.side == .scenario }) {
      throw item.wrong("nothing is read of 'versus'")
    }
    return made
  }

  private static func scenario(
    _ item: CaseMembers, folder: String
  ) throws(VerificationError) -> CaseScenario? {
    let sets = try item.texts("set")
    switch item.members["scenario"] {
    case nil: return nil
    case .string(let path):
      return CaseScenario(origin: .file(path.hasPrefix("/") ? path : "\(folder)/\(path)"), sets: sets)
    case .object(let inline)?:
      return CaseScenario(origin: .text(JSONValue.object(inline).text(.line)), sets: sets)
    default: throw item.wrong("'scenario' must be a path or an object")
    }
  }

  /// The scenario beside the first: the same one unless another is named, with more values laid over it.
  private static func versus(
    _ item: CaseMembers, _ first: CaseScenario?, folder: String
  ) throws(VerificationError) -> CaseScenario? {
    guard let tree = item.members["versus"] else { return nil }
    guard let members = tree.members, !members.isEmpty else {
      throw item.wrong("'versus' must be an object with 'set', 'scenario' or both")
    }
    let inner = CaseMembers(id: item.id, members: members)
    try inner.allow(["scenario", "set"])
    if let other = try scenario(inner, folder: folder) { return other }
    guard let first else { throw item.wrong("'versus' needs a scenario") }
    return CaseScenario(origin: first.origin, sets: first.sets + (try inner.texts("set")))
  }

  private static func calculation(_ item: CaseMembers) throws(VerificationError) -> ExpectedCalculation? {
    guard item.members["calculation"] != nil else { return nil }
    func record(_ name: String) throws(VerificationError) -> [String: CalculationValue] {
      guard case .record(let values)? = item.members[name]?.calculationValue else {
        throw item.wrong("'\(name)' must be an object of numbers, lists and texts")
      }
      return values
    }
    let inputs = try record("inputs")
    let answers = try record("expected")
    if answers.isEmpty { throw item.wrong("nothing is expected of it") }
    return ExpectedCalculation(
      name: try item.text("calculation"), inputs: inputs, answers: answers,
      relativeTolerance: try item.width("tolerance", or: 1e-6),
      absoluteTolerance: try item.width("absoluteTolerance", or: 0))
  }

  private static func trace(_ item: CaseMembers) throws(VerificationError) -> ExpectedTrace {
    try item.allow(["name", "sentenceBegins", "children", "days", "tolerance"])
    let numbers = try item.numbers("children")
    let children = numbers.compactMap { Int(exactly: $0) }
    guard children.count == numbers.count else { throw item.wrong("'children' must be whole numbers") }
    let days = try item.numbers("days")
    if children.isEmpty || children.count != days.count {
      throw item.wrong("'trace' needs as many days as children")
    }
    return ExpectedTrace(
      name: try item.text("name"), sentenceBegins: try item.text("sentenceBegins"), children: children,
      days: days, tolerance: try item.number("tolerance", or: 1e-9))
  }

  private static func finding(_ item: CaseMembers) throws(VerificationError) -> ExpectedFinding? {
    guard let tree = item.members["finding"] else { return nil }
    guard let members = tree.members else { throw item.wrong("'finding' must be an object") }
    let inner = CaseMembers(id: item.id, members: members)
    try inner.allow(["code", "severity", "contains"])
    return ExpectedFinding(
      code: try inner.text("code"), severity: try inner.text("severity", or: "warning"),
      contains: try inner.texts("contains"))
  }

  private static func words(_ item: CaseMembers) throws(VerificationError) -> ExpectedWords {
    try item.allow(["name", "seed", "replication", "purpose", "entity", "occurrence", "words"])
    let words = try item.texts("words").map(item.word)
    if words.isEmpty { throw item.wrong("'words' is empty") }
    func part(_ name: String) throws(VerificationError) -> UInt64 {
      try item.word(try item.text(name, or: "0"))
    }
    return ExpectedWords(
      name: try item.text("name"), seed: try part("seed"), replication: try part("replication"),
      entity: try part("entity"), purpose: UInt32(truncatingIfNeeded: try part("purpose")),
      occurrence: UInt32(truncatingIfNeeded: try part("occurrence")), words: words)
  }
}
