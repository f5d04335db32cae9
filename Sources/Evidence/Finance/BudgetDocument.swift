import Experiments
import ScenarioFiles

/// Budgets in a document.
struct BudgetDocument {
  private(set) var rows: [BudgetFile.Row] = []

  /// Every mistake is found in one pass.
  init(_ document: Document) throws(ScenarioFailure) {
    var reading = DocumentReading(document)
    let about = ["scenario", "question", "basedOn", "hindsight", "source", "note"]
    let top = reading.group(document.root, "The file", [], optional: about + ["money", "budget"])
    let inside =
      top["budget"] ?? reading.group(top["money"], "money", ["budget"], optional: ["source"])["budget"]
    guard let members = inside?.members else {
      if reading.findings.isEmpty {
        reading.complain(
          "missing-key", document.root.place, "The file states no budget.",
          help: "write budget: { residential: 5325000 }")
      }
      try reading.finish()
      return
    }
    for member in members where !["source", "note"].contains(member.key) {
      guard let code = BudgetFile.code(member.key) else {
        reading.complain(
          "unknown-line", member.place, "There is no budget line '\(member.key)'.",
          help: BudgetFile.help(member.key))
        continue
      }
      rows += reading.budgets(member, code)
    }
    try reading.finish()
  }
}

extension DocumentReading {
  /// The budgets of one line: a number, `{ value: … }` or `{ 2015-16: … }`.
  fileprivate mutating func budgets(_ member: Document.Member, _ code: String) -> [BudgetFile.Row] {
    guard let parts = member.value.members else {
      return [row(member.value, member.key, code, year: nil)].compactMap { $0 }
    }
    return parts.compactMap { part in
      if ["source", "note", "unit"].contains(part.key) { return nil }
      let year = BudgetFile.year(part.key)
      guard year != nil || part.key == "value" else {
        complain(
          "not-a-year", part.place, "'\(part.key)' is no financial year.", help: "write for example 2015-16")
        return nil
      }
      return row(part.value, part.key, code, year: year)
    }
  }

  private mutating func row(
    _ node: Document.Node, _ what: String, _ code: String, year: String?
  ) -> BudgetFile.Row? {
    guard let pounds = node.text.flatMap(BudgetFile.pounds) else {
      complain(
        "not-a-number", node.place,
        "\(what) must be an amount of pounds, not '\(node.text ?? node.kindName)'.",
        help: BudgetFile.amountHelp)
      return nil
    }
    return BudgetFile.Row(
      entry: BudgetPlan.Entry(code: code, year: year, pounds: pounds), place: node.place,
      sourceLine: document.error("", node.place, "").sourceLine)
  }
}
