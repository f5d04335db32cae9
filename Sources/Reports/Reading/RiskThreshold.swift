/// A level that a risk watches one measure against, as it stands in the risk's event: `vacancy_rate_fte > 20%`.
struct RiskThreshold: Sendable, Equatable {
  let risk: String
  let measure: String
  let breakdown: String
  let value: Double

  /// The plain comparisons in the events of `risk_evidence.csv`, each once. What is worked out of several months or
  /// measures has no place on a chart of one, and is left out.
  static func all(in evidence: EvidenceTables) -> [RiskThreshold] {
    guard let table = evidence["risk_evidence.csv"], table.has("risk_id", "event") else { return [] }
    var found: [RiskThreshold] = []
    for row in table.rows {
      for threshold in thresholds(in: table.cell(row, "event"), of: table.cell(row, "risk_id"))
      where !found.contains(threshold) {
        found.append(threshold)
      }
    }
    return found
  }

  static func thresholds(in event: String, of risk: String) -> [RiskThreshold] {
    let comparison =
      #/(?:^\s*|\bor\s+|\band\s+)([a-z]\w*)(?:\{([^}]*)\})?\s*>=?\s*([0-9]+(?:\.[0-9]+)?)(%?)(?=\s*$|\s+(?:for|or|and)\b)/#
    return event.matches(of: comparison).compactMap { match in
      guard let number = Double(match.output.3) else { return nil }
      return RiskThreshold(
        risk: risk, measure: String(match.output.1), breakdown: match.output.2.map(String.init) ?? "",
        value: match.output.4.isEmpty ? number : number / 100)
    }
  }
}
