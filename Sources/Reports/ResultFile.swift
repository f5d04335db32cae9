/// The names of the files in a folder of results.
public enum ResultFile {
  public static let manifest = "manifest.json"
  public static let opening = "opening.csv"
  public static let series = "series.csv"
  public static let years = "years.csv"
  public static let fans = "fans.csv"
  public static let finance = "finance.csv"
  public static let parameters = "parameters.csv"
  public static let checks = "checks.csv"
  public static let draws = "draws.csv"
  public static let variance = "variance.csv"
  public static let observed = "observed.csv"
  public static let raw = "replications.csv.gz"
  public static let spells = "spells.csv.gz"
  public static let report = "report.html"
  public static let boardPaper = "board.html"
  /// A folder of the report's charts as Vega-Lite files.
  public static let charts = "charts"
  public static let workbook = "workbook.xlsx"
  public static let workforceReturn = "dfe_csww.csv"
  public static let comparison = "comparison.csv"
  public static let fit = "fit.csv"
  public static let fittedValues = "fitted.yaml"
  public static let selection = "selection.csv"
  public static let goal = "goal.csv"
  public static let precision = "precision.csv"

  /// All of them: what `--force` may replace.
  static let all: Set = [
    manifest, opening, series, years, fans, finance, parameters, checks, draws, variance, observed, raw,
    spells,
    report,
    boardPaper, workbook, workforceReturn, fit, fittedValues, comparison, selection, goal,
    precision,
  ]
  /// Those that hold figures alone, and so are equal when two runs are.
  static let figures = [
    opening, series, years, fans, finance, parameters, checks, draws, variance, observed, raw, spells,
    workforceReturn,
  ]
}
