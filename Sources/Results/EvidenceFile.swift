extension ResultFile {
  /// Whether `--force` may replace a file of that name: one of ours, or evidence that was drawn from an earlier result.
  package static func isOurs(_ name: String) -> Bool { all.contains(name) || Evidence.isOurs(name) }

  /// The names of the files that evidence is written to, beside the result it was drawn from.
  package enum Evidence {
    package static let vacancyFactor = "vacancy_factor.csv"
    package static let workforce = "hr_kpis.csv"
    package static let survival = "hr_survival.csv"
    package static let growth = "finance_growth.csv"
    package static let bridge = "finance_pvm.csv"
    package static let presentValue = "finance_npv.csv"
    package static let savings = "finance_savings.csv"
    package static let attribution = "finance_attribution.csv"
    package static let risk = "risk_evidence.csv"
    package static let controls = "risk_controls.csv"
    package static let earlyWarning = "risk_early_warning.csv"
    package static let reverseStress = "risk_reverse_stress.csv"

    package static let tables: Set = [
      vacancyFactor, workforce, survival, growth, bridge, presentValue, savings, attribution, risk, controls,
      earlyWarning, reverseStress,
    ]

    /// The page of one risk, without its ending.
    package static func page(_ risk: String) -> String { "risk_page_\(risk)" }

    package static func isOurs(_ name: String) -> Bool {
      tables.contains(name)
        || name.hasPrefix("risk_page_") && (name.hasSuffix(".md") || name.hasSuffix(".html"))
    }
  }
}
