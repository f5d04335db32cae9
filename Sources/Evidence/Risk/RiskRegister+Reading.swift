import Dates
import ScenarioFiles
import ServiceModel

extension RiskRegister {
  /// Reads a register against the measures that a result has.
  package init(path: String, result: FinishedResult) throws(EvidenceFailure) {
    let document: Document
    do {
      document = try Document(path: path)
    } catch {
      throw EvidenceFailure(error)
    }
    try self.init(
      document, known: result.watched.map { .init(measure: $0.measure, breakdown: $0.breakdown) })
  }

  package init(_ document: Document, known: [RiskExpression.Reference]) throws(EvidenceFailure) {
    var reading = RegisterReading(document, known: known)
    let top = reading.group(
      document.root, "A register",
      known: ["register", "profile", "horizon", "indicators", "lead", "risks"],
      required: ["register", "risks"])
    name = reading.text(top["register"], "register")
    profile = top["profile"].map { reading.text($0, "profile") }
    let horizon =
      top["horizon"].map { reading.group($0, "horizon", known: ["from", "to"], required: ["from", "to"]) }
      ?? [:]
    from = reading.date(horizon["from"], "from")
    to = reading.date(horizon["to"], "to")
    if let from, let to, from >= to, let node = top["horizon"] {
      reading.complain(
        "horizon-order", node.place, "The horizon ends on \(to), not after its beginning on \(from).")
    }
    lead = Int(reading.number(top["lead"], "lead") ?? 3)
    if lead < 1, let node = top["lead"] {
      reading.complain("out-of-range", node.place, "lead must be 1 month or more.")
    }
    indicators = reading.items(top["indicators"], "indicators").compactMap { node in
      reading.expression(node, "An indicator", isTruth: false).map { (node.text ?? "", $0) }
    }
    var risks: [Risk] = []
    for node in reading.items(top["risks"], "risks") {
      guard let risk = reading.risk(node) else { continue }
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
  }
}

/// Takes a register apart.
@dynamicMemberLookup
private struct RegisterReading {
  var base: DocumentReading
  let known: [RiskExpression.Reference]

  init(_ document: Document, known: [RiskExpression.Reference]) {
    base = DocumentReading(document)
    self.known = known
  }

  subscript<Value>(dynamicMember path: KeyPath<DocumentReading, Value>) -> Value { base[keyPath: path] }

  mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    base.complain(code, place, message, help: help)
  }

  mutating func group(
    _ node: Document.Node, _ what: String, known: [String], required: [String] = []
  ) -> [String: Document.Node] { base.group(node, what, known: known, required: required) }

  mutating func items(_ node: Document.Node?, _ what: String) -> [Document.Node] { base.items(node, what) }
  mutating func text(_ node: Document.Node?, _ what: String) -> String { base.text(node, what) }
  mutating func number(_ node: Document.Node?, _ what: String) -> Double? { base.number(node, what) }
  func finish() throws(EvidenceFailure) { try base.finish() }

  mutating func date(_ node: Document.Node?, _ what: String) -> CivilDate? {
    guard let node else { return nil }
    guard let date = node.text.flatMap({ CivilDate(iso: $0) }) else {
      complain("not-a-date", node.place, "\(what) must be a date.", help: "write for example 2018-03-31")
      return nil
    }
    return date
  }

  mutating func expression(_ node: Document.Node?, _ what: String, isTruth: Bool) -> RiskExpression? {
    guard let node else { return nil }
    guard let text = node.text else {
      complain("not-text", node.place, "\(what) must be an expression, not \(node.kindName).")
      return nil
    }
    var reader = ExpressionReader(known: known, budgetLines: BudgetLine.allCases.map(\.label))
    do {
      return try reader.read(text, isTruth: isTruth)
    } catch {
      complain(
        error.code, base.document.place(of: node, offset: error.offset), error.message, help: error.help)
      return nil
    }
  }

  mutating func risk(_ node: Document.Node) -> Risk? {
    let parts = group(
      node, "A risk",
      known: [
        "id", "title", "owner", "cause", "event", "means", "consequence", "impacts", "controls", "actions",
        "stress",
      ],
      required: ["id", "title", "owner", "cause", "event", "means", "consequence", "impacts"])
    let id = text(parts["id"], "id")
    if !id.isEmpty, id.contains(where: { !($0.isLetter || $0.isNumber || $0 == "-") || !$0.isASCII }) {
      complain(
        "bad-id", (parts["id"] ?? node).place, "The id '\(id)' names files: letters, figures and - only.")
    }
    let event = expression(parts["event"], "event", isTruth: true)
    let impacts = items(parts["impacts"], "impacts").compactMap { impact($0) }
    let controls = items(parts["controls"], "controls").map { control($0, "off") }
    let actions = items(parts["actions"], "actions").map { control($0, "set") }
    let stresses = items(parts["stress"], "stress").compactMap { stress($0) }
    guard let event else { return nil }
    return Risk(
      id: id, title: text(parts["title"], "title"), owner: text(parts["owner"], "owner"),
      cause: text(parts["cause"], "cause"), consequence: text(parts["consequence"], "consequence"),
      means: text(parts["means"], "means"), event: event, eventText: parts["event"]?.text ?? "",
      impacts: impacts, controls: controls, actions: actions, stresses: stresses)
  }

  private mutating func impact(_ node: Document.Node) -> Risk.Impact? {
    let keys = ["dimension", "value", "gather"]
    let parts = group(node, "An impact", known: keys, required: keys)
    let names = Risk.Gathering.allCases.map(\.rawValue)
    let word = text(parts["gather"], "gather")
    let gathering = Risk.Gathering(rawValue: word)
    if gathering == nil, let place = parts["gather"]?.place {
      complain(
        "unknown-word", place, "gather cannot be '\(word)'.",
        help: "it is one of: \(names.joined(separator: ", "))")
    }
    guard let value = expression(parts["value"], "value", isTruth: false), let gathering else { return nil }
    return Risk.Impact(
      dimension: text(parts["dimension"], "dimension"), value: value, gathering: gathering)
  }

  private mutating func control(_ node: Document.Node, _ change: String) -> Risk.Control {
    let keys = ["id", "title", change]
    let parts = group(node, "A control or action", known: keys, required: keys)
    return Risk.Control(
      id: text(parts["id"], "id"), title: text(parts["title"], "title"),
      sets: base.sets(parts[change], change))
  }

  private mutating func stress(_ node: Document.Node) -> Risk.Stress? {
    let parts = group(
      node, "A stress", known: ["title", "multiply", "add", "most"], required: ["title", "most"])
    guard (parts["multiply"] == nil) != (parts["add"] == nil) else {
      complain(
        "missing-key", node.place,
        "A stress names the values to 'multiply', or those to 'add' to, and not both.")
      return nil
    }
    let paths = items(parts["multiply"] ?? parts["add"], "multiply or add").map { text($0, "A path") }
    guard let most = number(parts["most"], "most") else { return nil }
    if most == (parts["multiply"] == nil ? 0 : 1) {
      complain("out-of-range", (parts["most"] ?? node).place, "most is the largest change, and this is none.")
    }
    return Risk.Stress(
      title: text(parts["title"], "title"), paths: paths, isFactor: parts["multiply"] != nil, most: most)
  }
}
