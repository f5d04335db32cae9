import Parameters

/// What a scenario's values lead one to expect of a measure, before anything is simulated.
package struct StatedFigure: Sendable {
  package let measure: String
  /// Empty for the whole service, or `key=value`.
  package let breakdown: String
  /// What it is, as a reader says it.
  package let what: String
  /// In the measure's unit.
  package let value: Double
  /// Where the scenario says so.
  package let paths: [String]
  /// Why the simulated figure may be another, as a clause.
  package let reason: String
}

extension ServiceParameters {
  /// The measures of which the scenario itself says how large they should be, each once.
  package var statedFigures: [StatedFigure] {
    [timeToHire, turnover, agencyCover, sickness].compactMap { $0 }
  }

  private var timeToHire: StatedFigure? {
    guard recruitment.perPost else { return nil }
    let days = recruitment.steps.elements.reduce(0.0) { $0 + ($1.distribution?.mean ?? 0) }
    return StatedFigure(
      measure: Series.timeToHire, breakdown: "", what: "time to hire, median", value: days,
      paths: ["recruitment.steps"],
      reason: "rounds that fail, managers' time for interviews and what changes the steps come on top")
  }

  private var turnover: StatedFigure? {
    let shares = workforce.tenureAtStart
    guard shares.sum > 0 else { return nil }
    let byService = TenureBand.allCases.reduce(0.0) { $0 + shares[$1] * leaving.perYear[$1] }
    let posts = Role.allCases.map { role in
      (number: Double(self.posts(role)), ratio: leaving.roleRatio[role])
    }
    let number = posts.reduce(0) { $0 + $1.number }
    guard number > 0 else { return nil }
    let ratio = posts.reduce(0) { $0 + $1.number * $1.ratio } / number
    return StatedFigure(
      measure: Series.turnover, breakdown: "", what: "turnover", value: byService * ratio,
      paths: ["leaving.perYear", "leaving.roleRatio", "workforce.tenureAtStart"],
      reason: "the length of service changes, and load, managers, pay and policies move the hazard")
  }

  private var agencyCover: StatedFigure? {
    guard agency.coverShare[.socialWorker] > 0 else { return nil }
    return StatedFigure(
      measure: Series.agencyCover, breakdown: "", what: "vacant posts (all roles) that have agency cover",
      value: min(1, agency.coverShare[.socialWorker]), paths: ["agency.coverShare.socialWorker"],
      reason:
        "the value is the share of social workers' vacancies for which an agency is asked; fewer are covered as a rule, "
        + "since agency staff take time to come, a cap may hold them back, and other roles have another share"
    )
  }

  private var sickness: StatedFigure? {
    let rows = AbsenceKind.allCases.filter { $0 != .family }.map { AbsenceRow(absence.kinds[$0]) }
    let away = rows.reduce(0.0) { $0 + $1.perYear * $1.length.mean / 365.25 }
    guard away > 0 else { return nil }
    return StatedFigure(
      measure: Series.absence, breakdown: "", what: "absence", value: away / (1 + absence.yearsAway),
      paths: ["absence"], reason: "load changes how often people fall ill")
  }
}
