/// The names of the files in a folder of results, but for its tables, which say their own.
package enum ResultFile {
  package static let manifest = "manifest.json"
  package static let report = "report.html"
  package static let boardPaper = "board.html"
  /// A folder of the report's charts as Vega-Lite files.
  package static let charts = "charts"
  /// The pages of folders that `compare`, `sweep` and `worth` write.
  package static let comparisonPage = "compare.html"
  package static let sweepPage = "sweep.html"
  package static let worthPage = "worth.html"
  /// The page that `backtest` writes.
  package static let skillPage = "skill.html"
  package static let workbook = "workbook.xlsx"
  package static let fittedValues = "fitted.yaml"

  /// All that a result is written to: what `--force` may replace.
  package static let all = Set(
    [manifest, report, boardPaper, comparisonPage, worthPage, workbook, fittedValues]
      + (Tables.figures + Tables.others).map(\.name))
}
