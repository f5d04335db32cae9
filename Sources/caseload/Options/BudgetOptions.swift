import ArgumentParser
import Evidence
import Results

/// What cost is held against.
struct BudgetOptions: ParsableArguments {
  @Option(
    help:
      "A file of budgets, nominal pounds: CSV with the columns fy, line_code and budget, or YAML. It beats the scenario's. A budget without a year is the first year's, raised by general inflation afterwards.",
    completion: .file(extensions: ["csv", "yaml"]))
  var budget: String?

  /// The file, read.
  func file() throws -> BudgetFile? { try budget.map { try BudgetFile(path: $0) } }

  /// Says what is doubted of a file of budgets beside what the lines cost.
  static func say(_ file: BudgetFile?, beside finance: [FinanceRow]) {
    guard let file else { return }
    for finding in BudgetDoubts(file, finance).findings { Terminal.complain(finding.text) }
  }
}
