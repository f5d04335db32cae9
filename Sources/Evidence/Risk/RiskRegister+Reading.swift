import Dates
import Foundation
import Notation
import ScenarioFiles
import ServiceModel

extension RiskRegister {
  /// Reads a register against the measures that a result has.
  package init(path: String, result: FinishedResult) throws {
    try self.init(
      Document(path: path),
      known: result.tables.watched.map { RiskExpression.Reference($0) })
  }

  /// The path of the profile that the register names; refuses a register that names none.
  ///
  /// - Parameter path: of the register, from whose folder the profile is named.
  package func profilePath(_ path: String) throws(EvidenceFailure) -> String {
    guard let profile else {
      throw EvidenceFailure(
        "\(path): error[no-profile]: The register names no profile.\nhelp: give one with --profile")
    }
    return ShippedFile.place(of: profile, beside: path)
  }

  package init(_ document: Document, known: [RiskExpression.Reference]) throws(ScenarioFailure) {
    var reading = DocumentReading(document)
    let top = reading.group(
      document.root, "A register", ["register", "risks"],
      optional: ["profile", "horizon", "indicators", "lead"])
    name = reading.text(top, "register")
    profile = top["profile"] == nil ? nil : reading.text(top, "profile")
    // So many years of any run, or a time.
    let isCounted = top["horizon"]?.members?.contains { $0.key == "years" } ?? false
    let horizon = reading.group(top["horizon"], "horizon", isCounted ? ["years"] : ["from", "to"])
    years = isCounted ? reading.whole(horizon, "years", 1...100) : nil
    from = isCounted ? nil : reading.date(horizon, "from")
    to = isCounted ? nil : reading.date(horizon, "to")
    if let from, let to, from >= to, let node = top["horizon"] {
      reading.complain(
        "horizon-order", node.place, "The horizon ends on \(to), not after its beginning on \(from).")
    }
    for (name, day) in [("from", from), ("to", to)] {
      guard let day, !(1990...2200).contains(day.civil.year) else { continue }
      reading.complain(
        "out-of-range", (horizon[name] ?? document.root).place,
        "The horizon's '\(name)' is \(day), and no run reaches there.",
        help: "write a day that runs cover, or so many years of any run: horizon: { years: 3 }")
    }
    lead = reading.whole(top, "lead", 1...1200) ?? 3
    indicators = reading.items(top, "indicators").compactMap { node in
      reading.expression(node, "An indicator", isTruth: false, known).map { (node.text ?? "", $0) }
    }
    var risks: [Risk] = []
    for node in reading.items(top, "risks") {
      guard let risk = reading.risk(node, known) else { continue }
      if risks.contains(where: { $0.id == risk.id }) {
        reading.complain("given-twice", node.place, "There are two risks '\(risk.id)'.")
      }
      risks.append(risk)
    }
    if risks.isEmpty, reading.findings.isEmpty {
      reading.complain("empty-file", document.root.place, "There is no risk.")
    }
    try reading.finish()
    self.risks = risks
    self.document = document
  }
}

extension DocumentReading {
  fileprivate mutating func expression(
    _ node: Document.Node?, _ what: String, isTruth: Bool, _ known: [RiskExpression.Reference]
  ) -> RiskExpression? {
    guard let node else { return nil }
    guard let text = node.text else {
      complain("not-text", node.place, "\(what) must be an expression, not \(node.kindName).")
      return nil
    }
    var reader = ExpressionReader(known: known, budgetLines: BudgetLine.allCases.map(\.label))
    do {
      return try reader.read(text, isTruth: isTruth)
    } catch {
      complain(error.code, document.place(of: node, offset: error.offset), error.message, help: error.help)
      return nil
    }
  }

  fileprivate mutating func risk(_ node: Document.Node, _ known: [RiskExpression.Reference]) -> Risk? {
    let parts = group(
      node, "A risk", ["id", "title", "owner", "cause", "event", "means", "consequence", "impacts"],
      optional: ["controls", "actions", "stress"])
    let id = text(parts, "id")
    if !id.isEmpty, id.contains(where: { !($0.isLetter || $0.isNumber || $0 == "-") || !$0.isASCII }) {
      complain(
        "bad-id", (parts["id"] ?? node).place, "The id '\(id)' names files: letters, figures and - only.")
    }
    let event = expression(parts["event"], "event", isTruth: true, known)
    let impacts = items(parts, "impacts").compactMap { impact($0, known) }
    let controls = items(parts, "controls").map { control($0, "off") }
    let actions = items(parts, "actions").map { control($0, "set") }
    let stresses = items(parts, "stress").compactMap { stress($0) }
    guard let event else { return nil }
    return Risk(
      id: id, title: text(parts, "title"), owner: text(parts, "owner"), cause: text(parts, "cause"),
      consequence: text(parts, "consequence"), means: text(parts, "means"), event: event,
      eventText: parts["event"]?.text ?? "", impacts: impacts, controls: controls, actions: actions,
      stresses: stresses)
  }

  private mutating func impact(_ node: Document.Node, _ known: [RiskExpression.Reference]) -> Risk.Impact? {
    let parts = group(node, "An impact", ["dimension", "value", "gather"])
    let word = text(parts, "gather")
    let gathering = Risk.Gathering(rawValue: word)
    if gathering == nil, let place = parts["gather"]?.place {
      complain(
        "unknown-word", place, "gather cannot be '\(word)'.",
        help: "it is one of: \(Risk.Gathering.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard let value = expression(parts["value"], "value", isTruth: false, known), let gathering else {
      return nil
    }
    return Risk.Impact(dimension: text(parts, "dimension"), value: value, gathering: gathering)
  }

  private mutating func control(_ node: Document.Node, _ change: String) -> Risk.Control {
    let parts = group(node, "A control or action", ["id", "title", change])
    return Risk.Control(id: text(parts, "id"), title: text(parts, "title"), changes: changes(parts, change))
  }

  private mutating func stress(_ node: Document.Node) -> Risk.Stress? {
    let parts = group(node, "A stress", ["title", "most"], optional: ["multiply", "add"])
    let isFactor = parts["multiply"] != nil
    guard isFactor != (parts["add"] != nil) else {
      complain(
        "missing-key", node.place,
        "A stress names the values to 'multiply', or those to 'add' to, and not both.")
      return nil
    }
    let paths = items(parts["multiply"] ?? parts["add"], "multiply or add").map { text($0, "A path") }
    guard let most = number(parts, "most") else { return nil }
    if most == (isFactor ? 1 : 0) {
      complain("out-of-range", (parts["most"] ?? node).place, "most is the largest change, and this is none.")
    }
    return Risk.Stress(
      title: text(parts, "title"), paths: paths, isFactor: isFactor, most: most, place: node.place)
  }
}
