import Dates
import Foundation
import Parameters

/// What inspections of children's services had found of all English councils, by the day on which it was published.
enum Judgements {
  private struct Finding: Sendable {
    let published: CivilDate
    let share: Double
    let source: String
  }

  private static let inadequate = [
    Finding(
      published: CivilDate(2015, 8, 13), share: 0.237,
      source: "14 of 59 councils inspected by 30 June 2015 were inadequate (Ofsted)"),
    Finding(
      published: CivilDate(2017, 7, 1), share: 0.24,
      source: "24% of 127 councils inspected were inadequate at 31 March 2017 (Ofsted)"),
    Finding(
      published: CivilDate(2018, 12, 4), share: 0.13,
      source: "13% of councils were inadequate (Ofsted, annual report of December 2018)"),
  ]

  private static let good = [
    Finding(
      published: CivilDate(2015, 8, 13), share: 0.237,
      source: "14 of 59 councils inspected by 30 June 2015 were good (Ofsted)"),
    Finding(
      published: CivilDate(2017, 7, 1), share: 0.29,
      source: "29% of 127 councils inspected were good or outstanding at 31 March 2017 (Ofsted)"),
    Finding(
      published: CivilDate(2018, 12, 4), share: 0.42,
      source: "42% of councils were good or outstanding (Ofsted, annual report of December 2018)"),
    Finding(
      published: CivilDate(2020, 9, 22), share: 0.49,
      source: "49% of councils were good or outstanding at 31 August 2019 (Ofsted)"),
    Finding(
      published: CivilDate(2024, 8, 30), share: 0.6,
      source: "60% of councils were good or outstanding at 31 March 2024 (Ofsted)"),
  ]

  /// The newest published by a day; nil where nothing had been.
  private static func newest(_ findings: [Finding], _ day: CivilDate?) -> Finding? {
    findings.last { finding in day.map { finding.published <= $0 } ?? true }
  }

  /// The chances of a judgement without vacancies with which, at a vacancy rate, it has the share that was published.
  ///
  /// - Parameters:
  ///   - day: nothing published after it is used; nil uses the newest.
  ///   - rate: the vacancy rate of all councils.
  ///   - slope: what a vacancy rate of 1 adds to the log-odds of inadequate, and takes from those of good.
  static func chances(
    by day: CivilDate?, atVacancyRate rate: Double, slope: Double
  ) -> (inadequate: Told, good: Told)? {
    guard let worst = newest(inadequate, day), let best = newest(good, day) else { return nil }
    func chance(_ finding: Finding, _ logOdds: Double) -> Told {
      let odds = finding.share / (1 - finding.share) * exp(logOdds)
      let percent = Int((100 * rate).rounded())
      return Told(odds / (1 + odds), .derived("\(finding.source), at a vacancy rate of \(percent)%"))
    }
    return (chance(worst, -slope * rate), chance(best, slope * rate))
  }
}
