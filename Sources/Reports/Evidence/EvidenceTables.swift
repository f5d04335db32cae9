import Results

/// What other verbs put into the folder of a result: risk, finance and workforce evidence. A report shows what is there,
/// and says which command makes the rest.
package struct EvidenceTables: Sendable {
  private(set) var risks: [RiskRow] = []
  private(set) var thresholds: [RiskThreshold] = []
  private(set) var growth: [GrowthRow] = []
  private(set) var parts: [GrowthPartRow] = []
  private(set) var drivers: [GrowthDriverRow] = []
  private(set) var retention: [RetentionRow] = []
  private(set) var budgets: [BudgetRow] = []
  /// How far each uncertain input moves the result; nil where that is not known.
  var influence: MeasuredInfluence?
  /// The levers that a board paper puts before its readers; nil where no folder of them was given.
  var levers: Levers?
  /// Names of the pages of single risks that stand beside the report, by the risk.
  private(set) var riskPages: [String: String] = [:]
  /// The files that are there, with their cells.
  private var files: [(file: EvidenceFile, rows: [[String]])] = []

  /// None.
  package init() {}

  /// What is in a folder of evidence.
  package init(_ folder: BoundFolder) throws(ReadFailure) {
    risks = try RiskRow.table.readIfThere(folder, mayBeGone: true)
    thresholds = try RiskThreshold.table.readIfThere(folder, mayBeGone: true)
    growth = try GrowthRow.table.readIfThere(folder, mayBeGone: true)
    parts = try GrowthPartRow.table.readIfThere(folder, mayBeGone: true)
    drivers = try GrowthDriverRow.table.readIfThere(folder, mayBeGone: true)
    retention = try RetentionRow.table.readIfThere(folder, mayBeGone: true)
    budgets = try BudgetRow.table.readIfThere(folder, mayBeGone: true)
    for risk in risks.map(\.id).uniqued {
      let page = EvidenceFile.page(risk) + ".html"
      if try folder.isThere(page, mayBeGone: true) { riskPages[risk] = page }
    }
    for file in EvidenceFile.all where !file.title.isEmpty {
      if try folder.isThere(file.name, mayBeGone: true) { files.append((file, try file.cells(folder))) }
    }
  }

  /// The files of that verb, in order.
  func made(by verb: String) -> [(file: EvidenceFile, rows: [[String]])] {
    files.filter { $0.file.verb == verb }
  }

  /// What is not there, each with the command that makes it.
  var missing: [String] {
    ["risk", "finance", "hr"].filter { made(by: $0).isEmpty }.map { verb in
      let names = EvidenceFile.all.filter { $0.verb == verb && !$0.title.isEmpty }.map(\.name)
      return "\(names.joined(separator: ", ")): `caseload \(verb)` makes them"
    }
  }

  /// The same where the pages of single risks do not stand beside the report.
  var withoutRiskPages: EvidenceTables {
    var copy = self
    copy.riskPages = [:]
    return copy
  }
}
