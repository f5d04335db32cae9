/// The names of the files in a folder of results.
package enum ResultFile {
  package static let manifest = "manifest.json"
  package static let opening = "opening.csv"
  package static let series = "series.csv"
  package static let years = "years.csv"
  package static let fans = "fans.csv"
  package static let finance = "finance.csv"
  package static let parameters = "parameters.csv"
  package static let checks = "checks.csv"
  package static let draws = "draws.csv"
  package static let variance = "variance.csv"
  package static let observed = "observed.csv"
  package static let raw = "replications.csv.gz"
  package static let spells = "spells.csv.gz"
  package static let report = "report.html"
  package static let boardPaper = "board.html"
  /// A folder of the report's charts as Vega-Lite files.
  package static let charts = "charts"
  package static let workbook = "workbook.xlsx"
  package static let workforceReturn = "dfe_csww.csv"
  package static let comparison = "comparison.csv"
  package static let fit = "fit.csv"
  package static let fittedValues = "fitted.yaml"
  package static let selection = "selection.csv"
  package static let goal = "goal.csv"
  package static let precision = "precision.csv"

  /// All of them: what `--force` may replace.
  package static let all: Set = [
    manifest, opening, series, years, fans, finance, parameters, checks, draws, variance, observed, raw,
    spells,
    report,
    boardPaper, workbook, workforceReturn, fit, fittedValues, comparison, selection, goal,
    precision,
  ]
  /// Those that hold figures alone, and so are equal when two runs are.
  package static let figures = [
    opening, series, years, fans, finance, parameters, checks, draws, variance, observed, raw, spells,
    workforceReturn,
  ]
}
