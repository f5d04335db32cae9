import Experiments
import Parameters
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
  package let rows: [VacancyRow]

  /// Whether the measure is one that this evidence reads.
  @Sendable package static func isWanted(_ measure: String, _ breakdown: String) -> Bool {
    [Series.inPost, Series.vacancyRate, Series.starters, Series.promotions].contains(measure)
      && (breakdown.isEmpty || breakdown.hasPrefix("role="))
  }

  /// - Parameter factor: the budgeted share of posts empty, from 0 to below 1.
  package init(_ readings: MonthlyReadings, factor: Double) {
    rows = ([""] + Role.allCases.map(\.label)).compactMap { Self.row($0, readings, factor: factor) }
  }

  private static func row(_ role: String, _ readings: MonthlyReadings, factor: Double) -> VacancyRow? {
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
    var pool = (filledYears: 0.0, emptyYears: 0.0, filled: 0.0, growth: 0.0)
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
      pool.filledYears += filledYears
      pool.emptyYears += emptyYears
      pool.filled += filledPosts
      pool.growth += growth
      let hazard = (filledPosts - growth) / filledYears
      let lag = filledPosts > 0 ? emptyYears / filledPosts : .nan
      turnover.append(hazard)
      weeks.append(lag * StructuralVacancy.weeksPerYear)
      closed.append((try? StructuralVacancy.share(turnover: hazard, lagYears: lag)) ?? .nan)
      simulated.append(emptyYears / (emptyYears + filledYears))
    }
    guard !turnover.isEmpty else { return nil }
    // What stands in one row answers to the formula of that row: all of it is pooled over the replications.
    let hazard = (pool.filled - pool.growth) / pool.filledYears
    let lag = pool.filled > 0 ? pool.emptyYears / pool.filled : .nan
    let needed = try? StructuralVacancy.lagYears(share: factor, turnover: hazard)
    var row = VacancyRow.blank
    (row.role, row.replications, row.factor) = (role, readings.count, factor)
    row.from = readings.months.first?.description ?? ""
    row.to = readings.months.last?.description ?? ""
    (row.turnover, row.weeks) = (Spread(turnover), Spread(weeks))
    (row.closedForm, row.simulated) = (Spread(closed), Spread(simulated))
    (row.turnover.mean, row.weeks.mean) = (hazard, lag * StructuralVacancy.weeksPerYear)
    row.closedForm.mean = (try? StructuralVacancy.share(turnover: hazard, lagYears: lag)) ?? .nan
    row.weeksNeeded = needed.map { $0 * StructuralVacancy.weeksPerYear }
    return row
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
        + "\(Phrase.percent(share, decimals: 2)) of posts are vacant in the long run.\n"
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
