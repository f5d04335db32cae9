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
      let median = own.halfLife.map { Phrase.number($0, decimals: 1) }
      return [name(role)] + shares + [median ?? "over 30"]
    }
    let head = ["Still with the council after", "1 year", "2 years", "5 years", "10 years", "median, years"]
    return Phrase.text([head] + cells, width: width, colour: colour)
  }

  /// A role as it is said.
  static func name(_ role: String) -> String {
    let words = Phrase.words(role)
    return role.isEmpty ? "All" : words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension [RetentionRow] {
  /// Years after which half have left, by the curve of one role, straight between the lengths that are written; nil where
  /// fewer ever do. Every page tells this one.
  var halfLife: Double? {
    guard let after = firstIndex(where: { $0.survival <= 0.5 }) else { return nil }
    guard after > startIndex else { return self[after].years }
    let (above, below) = (self[after - 1], self[after])
    let part = (above.survival - 0.5) / (above.survival - below.survival)
    return above.years + part * (below.years - above.years)
  }
}

extension VacancyRow {
  /// Vacancies against the budgeted factor, as a person reads them at a terminal.
  package static func text(_ rows: [VacancyRow], width: Int, colour: Bool) -> String {
    let cells = rows.map { row in
      let simulated = row.simulated
      return [
        RetentionRow.name(row.role), Phrase.percent(row.turnover.mean),
        Phrase.number(row.weeks.mean, decimals: 1), Phrase.percent(row.closedForm.mean),
        "\(Phrase.percent(simulated.mean)) (\(Phrase.number(simulated.p10 * 100, decimals: 1))–\(Phrase.percent(simulated.p90)))",
        row.weeksNeeded.map { Phrase.number($0, decimals: 1) } ?? "any",
      ]
    }
    guard let one = rows.first else { return "" }
    let head = ["Posts", "left", "weeks", "formula", "mean (80% range)", "needed"]
    return "Vacancies \(one.from) to \(one.to), \(one.replications) replications, against a factor of "
      + "\(Phrase.percent(one.factor))\n"
      + Phrase.text(
        [head] + cells,
        "Left: FTE left in a year for each filled FTE, by leavers and by promotion out of the role. It is not the turnover "
          + "rate of other pages (DfE), which has leavers alone, over those in post at the year's end. Weeks: mean time for "
          + "which a post is vacant. Both are pooled over the replications. Formula: turnover × lag / (1 + turnover × lag) "
          + "of these two, the share vacant in the long run. Mean: the share of post-days that is vacant as simulated, over "
          + "the whole run and with the vacancies of the opening in it, on average over replications, and the range that "
          + "holds 80% of them; single years are in years.csv. Needed: mean weeks to fill at which the budgeted factor "
          + "would be right.",
        width: width, colour: colour)
  }
}
