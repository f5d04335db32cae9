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
  /// The files that are there, with their cells.
  private var files: [(file: EvidenceFile, rows: [[String]])] = []

  /// None.
  package init() {}

  /// What is in a folder.
  package init(folder: String) throws(ReadFailure) {
    risks = try RiskRow.table.readIfThere(folder)
    thresholds = try RiskThreshold.table.readIfThere(folder)
    growth = try GrowthRow.table.readIfThere(folder)
    parts = try GrowthPartRow.table.readIfThere(folder)
    drivers = try GrowthDriverRow.table.readIfThere(folder)
    retention = try RetentionRow.table.readIfThere(folder)
    for file in EvidenceFile.all where !file.title.isEmpty && file.isThere(folder) {
      files.append((file, try file.cells(folder)))
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
}
