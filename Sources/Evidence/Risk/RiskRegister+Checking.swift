import Dates
import Parameters
import Results
import ScenarioFiles

extension RiskRegister {
  /// The places of the months that the register looks at.
  func horizon(in months: [CivilDate]) throws(EvidenceFailure) -> Range<Int> {
    if let years { return 0..<min(12 * years, months.count) }
    let inside = months.indices.filter { month in
      (from.map { months[month] >= $0 } ?? true) && (to.map { months[month] <= $0 } ?? true)
    }
    guard let first = inside.first, let last = inside.last else {
      throw EvidenceFailure(
        "error[empty-horizon]: the register looks at \(from?.description ?? "the start") to "
          + "\(to?.description ?? "the end"), and the result has no month end in that time\nhelp: give a horizon of so many years from the start of any run, such as horizon: { years: 3 }, or a time that the run covers"
      )
    }
    return first..<(last + 1)
  }

  /// What of the time that the register looks at lies outside the run, in words; nil where nothing does.
  package func outside(_ months: [CivilDate]) -> String? {
    guard let first = months.first, let last = months.last else { return nil }
    if let to, to > last {
      return
        "the register looks to \(to), and the result ends on \(last): nothing is known of the time after that"
    }
    if let from, from < first.adding(days: -31) {
      return "the register looks from \(from) on, and the first month of the result ends on \(first)"
    }
    if let years, 12 * years > months.count {
      return "the register looks \(years) years ahead, and the result has \(months.count) months"
    }
    return nil
  }

  /// Months from the start of a run that are read: to the end of the horizon, and at least the first year, which an
  /// expression may sum.
  package func monthsRead(of months: [CivilDate]) throws(EvidenceFailure) -> Int {
    min(months.count, max(12, try horizon(in: months).upperBound))
  }

  /// Every expression of it.
  private var expressions: [RiskExpression] {
    risks.flatMap { [$0.event] + $0.impacts.map(\.value) } + indicators.map(\.value)
  }

  /// The readings that it needs.
  package var isWanted: @Sendable (String, String) -> Bool {
    let references = Set(expressions.flatMap(\.references))
    return { references.contains(.init(measure: $0, breakdown: $1)) }
  }

  /// Holds the register against the profile, and against the budgets and the values of the scenario.
  package func check(_ profile: RiskProfile, _ result: FinishedResult) throws -> RiskBudgets {
    for risk in risks {
      for impact in risk.impacts where !profile.dimensions.contains(where: { $0.id == impact.dimension }) {
        throw EvidenceFailure(
          "error[unknown-dimension]: risk \(risk.id) has an impact on '\(impact.dimension)', which the profile "
            + "\(profile.name) does not have\nhelp: it has: \(profile.dimensions.map(\.id).joined(separator: ", "))"
        )
      }
    }
    for risk in risks {
      for impact in risk.impacts {
        guard let dimension = profile.dimensions.first(where: { $0.id == impact.dimension }),
          !impact.value.quantity.goes(with: Quantity(Unit(dimension.unit), Quantity.anything.range))
        else { continue }
        throw EvidenceFailure(
          "error[wrong-unit]: risk \(risk.id) has an impact on '\(dimension.id)' in "
            + "\(impact.value.quantity.unit?.symbol ?? "numbers"), whose bands in the profile \(profile.name) are in "
            + "\(dimension.unit)\nhelp: name a dimension in that unit, or work out the impact in \(dimension.unit)"
        )
      }
    }
    let changes = risks.flatMap { risk in
      (risk.controls + risk.actions).flatMap(\.changes) + risk.stresses.flatMap { $0.changes($0.most) }
    }
    let findings = document.findings(changes, result.scenario.settings)
    guard findings.isEmpty else { throw ScenarioFailure(findings: findings, kind: .invalid) }
    return try Budgets.monthly(Set(expressions.flatMap(\.budgets)).sorted(), result)
  }
}
