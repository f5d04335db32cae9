import Results

extension RetentionRow {
  /// How long workers stay, as a person reads it at a terminal.
  package static func text(_ rows: [RetentionRow], width: Int, colour: Bool) -> String {
    let cells = rows.map(\.role).uniqued.map { role in
      let own = rows.filter { $0.role == role }
      let shares = [1.0, 2, 5, 10].map { year in
        guard let row = own.first(where: { $0.years == year }), row.isBegun else { return "–" }
        return "\(Phrase.percent(row.survival)) ± \(Phrase.percent(1.96 * row.error))"
      }
      let median = own[0].median.map { Phrase.number($0, decimals: 1) }
      return [name(role)] + shares + [median ?? "over 30"]
    }
    let head = ["Still with the council after", "1 year", "2 years", "5 years", "10 years", "median, years"]
    return Phrase.text([head] + cells, width: width, colour: colour)
  }

  /// A role as it is said.
  static func name(_ role: String) -> String { role.isEmpty ? "All" : role.replacing("_", with: " ") }
}

extension VacancyRow {
  /// Vacancies against the budgeted factor, as a person reads them at a terminal.
  package static func text(_ rows: [VacancyRow], width: Int, colour: Bool) -> String {
    let cells = rows.map { row in
      let simulated = row.simulated
      return [
        RetentionRow.name(row.role), Phrase.percent(row.turnover.mean),
        Phrase.number(row.weeks.mean, decimals: 1), Phrase.percent(row.closedForm.mean),
        "\(Phrase.percent(simulated.mean)) (\(Phrase.percent(simulated.p10)) to \(Phrase.percent(simulated.p90)))",
        row.weeksNeeded.map { Phrase.number($0, decimals: 1) } ?? "any",
      ]
    }
    guard let one = rows.first else { return "" }
    let head = ["Posts", "turnover", "weeks to fill", "closed form", "simulated (80% range)", "weeks needed"]
    return "Vacancies from \(one.from) to \(one.to), \(one.replications) replications, against a factor of "
      + "\(Phrase.percent(one.factor))\n"
      + Phrase.text(
        [head] + cells,
        "Turnover is FTE left in a year, by leavers and by promotion out of the role, for each filled FTE; weeks to "
          + "fill is the mean time for which a post is vacant. The closed form is turnover × lag / (1 + turnover × lag). "
          + "Weeks needed is the mean time to fill at which the budgeted factor would be right.",
        width: width, colour: colour)
  }
}
