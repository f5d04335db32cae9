extension ResultFile {
  /// Whether `--force` may replace a file of that name: one of ours, or evidence that was drawn from an earlier result.
  static func isOurs(_ name: String) -> Bool { all.contains(name) || Evidence.isOurs(name) }

  /// The names of the files that evidence is written to, beside the result it was drawn from.
  public enum Evidence {
    public static let vacancyFactor = "vacancy_factor.csv"
    public static let workforce = "hr_kpis.csv"
    public static let survival = "hr_survival.csv"
    public static let growth = "finance_growth.csv"
    public static let bridge = "finance_pvm.csv"
    public static let presentValue = "finance_npv.csv"
    public static let savings = "finance_savings.csv"
    public static let attribution = "finance_attribution.csv"
    public static let risk = "risk_evidence.csv"
    public static let controls = "risk_controls.csv"
    public static let earlyWarning = "risk_early_warning.csv"
    public static let reverseStress = "risk_reverse_stress.csv"

    static let tables: Set = [
      vacancyFactor, workforce, survival, growth, bridge, presentValue, savings, attribution, risk, controls,
      earlyWarning, reverseStress,
    ]

    /// The page of one risk, without its ending.
    public static func page(_ risk: String) -> String { "risk_page_\(risk)" }

    static func isOurs(_ name: String) -> Bool {
      tables.contains(name)
        || name.hasPrefix("risk_page_") && (name.hasSuffix(".md") || name.hasSuffix(".html"))
    }
  }
}
