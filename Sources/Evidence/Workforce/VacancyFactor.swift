import Parameters
import Reports
import Results
import ServiceModel
import Statistics

/// How many posts stand empty in the long run, from the turnover and the time that a post stands empty, beside what was
/// simulated; and the time to fill that a budgeted vacancy factor needs.
///
/// The closed form is the alternating renewal identity: share empty = turnover × lag / (1 + turnover × lag), with
/// turnover the posts left for each filled post and year, by leavers and by those promoted out of the role, and lag the mean
/// time that a post stands empty until it is filled, from outside or by promotion. It holds
/// for a workforce that is neither filling up nor emptying; the difference says how far the simulated one is from that.
package struct VacancyFactor: Sendable {
  /// One role, or all of them.
  package struct Row: Sendable {
    /// The role's label; empty for all roles together.
    package let role: String
    let turnover, weeks, closedForm, simulated: Spread
    /// Weeks in which posts must be filled for the budgeted factor to hold at the mean turnover; nil where nobody leaves.
    package let weeksNeeded: Double?
  }

  package let factor: Double
  package let rows: [Row]
  package let from, to: String
  let count: Int

  /// Whether the measure is one that this evidence reads.
  @Sendable package static func isWanted(_ measure: String, _ breakdown: String) -> Bool {
    [Series.inPost, Series.vacancyRate, Series.starters, Series.promotions].contains(measure)
      && (breakdown.isEmpty || breakdown.hasPrefix("role="))
  }

  /// - Parameter factor: the budgeted share of posts empty, from 0 to below 1.
  package init(_ readings: MonthlyReadings, factor: Double) {
    self.factor = factor
    count = readings.count
    from = readings.months.first?.description ?? ""
    to = readings.months.last?.description ?? ""
    rows = ([""] + Role.allCases.map(\.label)).compactMap { Self.row($0, readings, factor: factor) }
  }

  private static func row(_ role: String, _ readings: MonthlyReadings, factor: Double) -> Row? {
    let breakdown = role.isEmpty ? "" : "role=\(role)"
    guard let inPost = readings.place(Series.inPost, breakdown),
      let rate = readings.place(Series.vacancyRate, breakdown),
      let starters = readings.place(Series.starters, breakdown)
    else { return nil }
    let roles = role.isEmpty ? Role.allCases.map(\.label) : [role]
    let fillings = [starters] + roles.compactMap { readings.place(Series.promotions, "role=\($0)") }
    var turnover: [Double] = []
    var weeks: [Double] = []
    var closed: [Double] = []
    var simulated: [Double] = []
    for replication in 0..<readings.count {
      var filledYears = 0.0
      var emptyYears = 0.0
      var filledPosts = 0.0
      let filled = Array(readings.months(of: inPost, in: replication))
      let empty = Array(readings.months(of: rate, in: replication))
      for (month, days) in readings.days.enumerated() {
        let share = empty[month]
        filledYears += filled[month] * days / 365.25
        if share < 1 { emptyYears += filled[month] * share / (1 - share) * days / 365.25 }
      }
      for series in fillings {
        for value in readings.months(of: series, in: replication) { filledPosts += value }
      }
      guard filledYears > 0 else { continue }
      // What was left is what was filled less what the stock grew by.
      let opening = readings.series[inPost].opening[replication]
      let growth = (filled.last ?? opening) - opening
      let hazard = (filledPosts - growth) / filledYears
      let lag = filledPosts > 0 ? emptyYears / filledPosts : .nan
      turnover.append(hazard)
      weeks.append(lag * StructuralVacancy.weeksPerYear)
      closed.append((try? StructuralVacancy.share(turnover: hazard, lagYears: lag)) ?? .nan)
      simulated.append(emptyYears / (emptyYears + filledYears))
    }
    guard !turnover.isEmpty else { return nil }
    let mean = turnover.reduce(0, +) / Double(turnover.count)
    let needed = try? StructuralVacancy.lagYears(share: factor, turnover: mean)
    return Row(
      role: role, turnover: Spread(turnover), weeks: Spread(weeks), closedForm: Spread(closed),
      simulated: Spread(simulated), weeksNeeded: needed.map { $0 * StructuralVacancy.weeksPerYear })
  }

  /// `vacancy_factor.csv`.
  package var table: EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.vacancyFactor,
      columns: [
        "role", "from", "to", "n_reps", "turnover_per_year", "turnover_p10", "turnover_p90", "weeks_to_fill",
        "weeks_to_fill_p10", "weeks_to_fill_p90", "closed_form_vacancy", "closed_form_p10", "closed_form_p90",
        "simulated_vacancy", "simulated_ci_lo", "simulated_ci_hi", "simulated_p10", "simulated_p90",
        "budgeted_factor", "weeks_needed",
      ])
    for row in rows {
      table.add([
        .text(row.role), .text(from), .text(to), .whole(count), .number(row.turnover.mean),
        .number(row.turnover.p10), .number(row.turnover.p90), .number(row.weeks.mean), .number(row.weeks.p10),
        .number(row.weeks.p90), .number(row.closedForm.mean), .number(row.closedForm.p10),
        .number(row.closedForm.p90), .number(row.simulated.mean), .number(row.simulated.lower),
        .number(row.simulated.upper), .number(row.simulated.p10), .number(row.simulated.p90),
        .number(factor), .number(row.weeksNeeded),
      ])
    }
    return table
  }

  /// What a person reads at a terminal.
  package func text(width: Int, colour: Bool) -> String {
    var cells = [
      ["Posts", "turnover", "weeks to fill", "closed form", "simulated (80% range)", "weeks needed"]
    ]
    for row in rows {
      cells.append([
        row.role.isEmpty ? "All" : row.role.replacing("_", with: " "), Phrase.percent(row.turnover.mean),
        Phrase.number(row.weeks.mean, decimals: 1), Phrase.percent(row.closedForm.mean),
        "\(Phrase.percent(row.simulated.mean)) (\(Phrase.percent(row.simulated.p10)) to \(Phrase.percent(row.simulated.p90)))",
        row.weeksNeeded.map { Phrase.number($0, decimals: 1) } ?? "any",
      ])
    }
    var lines = [
      "Vacancies from \(from) to \(to), \(count) replications, against a factor of \(Phrase.percent(factor))"
    ]
    lines += Phrase.table(cells, width: width, colour: colour)
    lines += Phrase.wrapped(
      "Turnover is FTE left in a year, by leavers and by promotion out of the role, for each filled FTE; weeks to fill "
        + "is the mean time that a post stands empty. The closed form is turnover × lag / (1 + turnover × lag). Weeks needed is the mean time to fill at which the "
        + "budgeted factor would hold.", width: width)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension VacancyFactor {
  /// The closed form alone, without a result: turnover a year, weeks to fill, and the factor that is budgeted.
  package static func calculation(
    turnover: Double, weeks: Double, factor: Double?
  ) throws(EvidenceFailure) -> String {
    let lag = weeks / StructuralVacancy.weeksPerYear
    do {
      let share = try StructuralVacancy.share(turnover: turnover, lagYears: lag)
      var text =
        "With a turnover of \(Phrase.percent(turnover)) and \(Phrase.number(weeks, decimals: 1)) weeks to fill a post, "
        + "\(Phrase.percent(share, decimals: 2)) of posts stand empty in the long run.\n"
      if let factor {
        let needed = try StructuralVacancy.lagYears(share: factor, turnover: turnover)
        text +=
          "A vacancy factor of \(Phrase.percent(factor)) needs posts to be filled in "
          + "\(Phrase.number(needed * StructuralVacancy.weeksPerYear, decimals: 1)) weeks.\n"
      }
      return text
    } catch {
      throw EvidenceFailure("error: \(error)", exitCode: 64)
    }
  }
}
