/// A file that evidence is written to, beside the result it was drawn from: what a report calls it, which command makes
/// it, and its cells as they stand in a folder.
package struct EvidenceFile: TableDeclaration {
  package let name, documentation: String
  /// Empty where no report shows the file as a table.
  package let title: String
  package let verb: String
  package let names: [String]
  /// The cells of its columns, row by row. Throws where a column is missing.
  package let cells: @Sendable (_ folder: BoundFolder) throws(ReadFailure) -> [[String]]

  private init<Row>(_ table: Table<Row>, _ title: String, verb: String) {
    (name, documentation, names) = (table.name, table.documentation, table.names)
    (self.title, self.verb) = (title, verb)
    cells = { folder throws(ReadFailure) in
      var rows: [[String]] = []
      for line in try table.lines(of: folder) {
        var row: [String] = []
        for name in table.names { row.append(try line.text(name)) }
        rows.append(row)
      }
      return rows
    }
  }

  /// All of them, in the order of a report.
  package static let all = [
    EvidenceFile(RiskRow.table, "Risks", verb: "risk"),
    EvidenceFile(RiskControlRow.table, "What each control is worth", verb: "risk"),
    EvidenceFile(RiskWarningRow.table, "Early warnings", verb: "risk"),
    EvidenceFile(RiskStressRow.table, "Reverse stress test", verb: "risk"),
    EvidenceFile(RiskThreshold.table, "", verb: "risk"),
    EvidenceFile(GrowthRow.table, "Cost of growth by year", verb: "finance"),
    EvidenceFile(GrowthScopeRow.table, "What the cost of growth leaves out", verb: "finance"),
    EvidenceFile(GrowthPartRow.table, "Volume, mix and price", verb: "finance"),
    EvidenceFile(GrowthDriverRow.table, "Drivers of the growth", verb: "finance"),
    EvidenceFile(PresentValueRow.table, "Present value", verb: "finance"),
    EvidenceFile(WorthRow.savings, "What overlays are worth", verb: "finance"),
    EvidenceFile(BudgetRow.table, "", verb: "finance"),
    EvidenceFile(ToDateRow.table, "", verb: "finance"),
    EvidenceFile(WorkforceMonthRow.table, "Workforce by month, role and team", verb: "hr"),
    EvidenceFile(RetentionRow.table, "How long workers stay", verb: "hr"),
    EvidenceFile(VacancyRow.table, "Vacancy factor", verb: "vacancy-factor"),
  ]

  /// The page of one risk, without its ending.
  package static func page(_ risk: String) -> String { "risk_page_\(risk)" }

  /// The command that makes a file of that name; nil where it is no evidence.
  package static func verb(of name: String) -> String? {
    all.first { $0.name == name }?.verb ?? (name.hasPrefix(page("")) ? "risk" : nil)
  }

  /// Whether a file of that name is evidence.
  package static func isOurs(_ name: String) -> Bool {
    all.contains { $0.name == name } || EvidenceManifest.isOurs(name)
      || name.hasPrefix("risk_page_") && [".md", ".html"].contains(where: name.hasSuffix)
  }
}

extension ResultFile {
  /// Whether `--force` may replace a file of that name: one of ours, or evidence that was drawn from an earlier result.
  package static func isOurs(_ name: String) -> Bool { all.contains(name) || EvidenceFile.isOurs(name) }
}
