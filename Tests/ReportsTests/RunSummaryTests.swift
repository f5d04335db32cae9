import Dates
import Foundation
import Notation
import Parameters
import Testing

@testable import Reports
@testable import Results

@Suite struct RunSummaryTests {
  /// Ten years of seven series, growing by a little each year.
  private func tenYears() -> ResultSet {
    var result = SmallResult.make()
    result.manifest.endDate = "2025-03-31"
    result.series = [
      Series(
        measure: "children_looked_after", unit: .children, gathering: .stock,
        .less.headline(1, "Children looked after").fan),
      Series(
        measure: "referrals", unit: "referrals", gathering: .flow,
        .neither.headline(4, "Referrals in the year")),
      Series(
        measure: "vacancy_rate_fte", unit: .share, gathering: .stockRate, subject: .staff,
        .less.headline(7, "Vacancy rate").fan),
      Series(
        measure: "vacancy_rate_fte", breakdown: "role=social_worker", unit: .share, gathering: .stockRate,
        subject: .staff, .less.headline(7, "Vacancy rate").fan),
      Series(measure: "leavers_fte", unit: "FTE", gathering: .flow),
      Series(
        measure: "unallocated_children", unit: .children, gathering: .stock, subject: .staff,
        .less.headline(11, "Children without a worker")),
      Series(
        measure: "cost_gbp", unit: .pounds, gathering: .flow, subject: .money,
        .less.headline(12, "Cost in the year").fan),
    ]
    let starts = [357, 3_096, 0.17, 0.172, 36.4, 12, 50_200_000]
    let flows: Set = [1, 4, 6]
    result.opening = starts.indices.map {
      flows.contains($0) ? nil : SmallResult.estimate(starts[$0], spread: 0)
    }
    result.months = (0..<120).map { index in
      let month = 3 + index
      let next = CivilDate(2015 + (month + 1) / 12, (month + 1) % 12 + 1, 1)
      let year = 2015 + index / 12
      return MonthEnd(date: next.adding(days: -1), financialYear: "\(year)-\((year + 1) % 100)")
    }
    result.monthly = starts.map { start in result.months.map { _ in SmallResult.estimate(start, spread: 0) } }
    result.years = (0..<10).flatMap { year in
      starts.enumerated().map { index, start in
        let grown = start * (1 + 0.04 * Double(year + 1))
        let spread = index == 5 ? grown / 4 : grown / 50
        return YearRow(
          series: index, financialYear: "\(2015 + year)-\(16 + year)", workforceYear: nil,
          estimate: SmallResult.estimate(grown, spread: spread))
      }
    }
    result.observed.append(
      ObservedFigure(
        measure: "children_looked_after", breakdown: "", date: CivilDate(2025, 3, 31), value: 550,
        unit: "children",
        release: "DfE"))
    return result
  }

  @Test func golden() {
    let text = RunSummary(
      tenYears(), folder: "Results/tiny", next: ["caseload diff Results/tiny Results/other"]
    )
    .text()
    #expect(text == RunSummaryTests.expected)
  }

  @Test(arguments: [60, 72, 80, 100, 140])
  func noLineIsTooWide(_ width: Int) {
    for line in RunSummary(tenYears()).text(width: width).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func colourAddsNothingButColour() {
    let plain = RunSummary(tenYears()).text()
    let coloured = RunSummary(tenYears()).text(colour: true)
    #expect(coloured != plain)
    #expect(Emphasis.terminal(coloured).replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func anEmptyResultStillSpeaks() {
    let text = RunSummary(ResultSet(manifest: Manifest())).text()
    #expect(text.hasPrefix("Result\n"))
    #expect(text.contains("Checks: none was made."))
  }

  @Test func aMeanNearZeroHasNoPrecisionAsAShareOfIt() {
    var result = tenYears()
    for place in result.years.indices where result.years[place].series == 5 {
      result.years[place].estimate = SmallResult.estimate(0.5, spread: 0.4)
    }
    let text = RunSummary(result).text(width: 140)
    #expect(
      text.contains(
        "Too near 0 in 2024-25 for a share of the mean to say anything: Children without a worker (mean 0.5 ± 0.4)."
      ))
    #expect(!text.contains("would do"))
  }

  @Test func whatChanceDoesCannotBeToldFromAFewPairs() {
    var result = tenYears()
    result.variance = [
      VarianceRow {
        ($0.measure, $0.breakdown, $0.when, $0.twins) = (
          "vacancy_rate_fte", "role=social_worker", "2024-25", 3
        )
        ($0.inputs, $0.chance, $0.share, $0.interval) = (0, 1, 0, -1...0.9)
      },
      VarianceRow {
        ($0.measure, $0.when, $0.twins) = ("children_looked_after", "2024-25", 50)
        ($0.inputs, $0.chance, $0.share, $0.interval) = (3, 1, 0.75, 0.6...0.85)
      },
    ]
    let lines = RunSummary(result).text().split(separator: "\n")
    #expect(
      !lines.contains { $0.hasPrefix("Vacancy rate (social workers)") && $0.contains("cannot be told") })
    let told = lines.joined(separator: " ")
    #expect(
      told.contains("It cannot be told of vacancy rate (social workers) from 50 replications with a twin"))
    #expect(told.contains("about 100 would do"))
    #expect(lines.contains { $0.hasPrefix("Children looked after") && $0.hasSuffix("25%") })
    // An estimate below 0 is no share: what it is below can be said.
    (result.variance[1].inputs, result.variance[1].share, result.variance[1].interval) = (
      -1, -0.1, -0.6...0.3
    )
    let bounded = RunSummary(result).text().split(separator: "\n").first {
      $0.hasPrefix("Children looked after") && $0.hasSuffix("over 70%")
    }
    #expect(bounded.map { $0.contains("under 30%") && $0.contains("0–30%") } == true)
    // Where the whole interval is below 0, no share is in it.
    result.variance[1].interval = -0.6 ... -0.01
    let none = RunSummary(result).text().split(separator: "\n").joined(separator: " ")
    #expect(
      none.contains("It cannot be told of") && none.contains("children looked after")
        && !none.contains("over 100%"))
  }

  @Test func brokenBalancesAndUnfinishedRunsAreLoud() {
    var result = tenYears()
    result.checks[0].largestResidual = 2
    result.manifest.replicationsDone = 3
    let text = RunSummary(result).text()
    #expect(text.contains("CHECK FAILED: children: out by up to 2 children"))
    #expect(text.contains("UNFINISHED: 3 of 4 replications"))
  }

  @Test func halfAYearIsNotComparedWithAWholeOne() {
    var result = tenYears()
    result.observed = [
      ObservedFigure(
        measure: "leavers_fte", breakdown: "", date: CivilDate(2015, 9, 30), value: 36.4, unit: "FTE",
        release: "DfE"),
      ObservedFigure(
        measure: "leavers_fte", breakdown: "", date: CivilDate(2016, 9, 30), value: 27.7, unit: "FTE",
        release: "DfE"),
      ObservedFigure(
        measure: "children_looked_after", breakdown: "", date: CivilDate(2015, 9, 30), value: 360,
        unit: "children",
        release: "DfE"),
    ]
    for year in 2015...2016 {
      result.years.append(
        YearRow(
          series: 4, financialYear: "", workforceYear: year, estimate: SmallResult.estimate(30, spread: 2)))
    }
    let pairs = ObservedComparison.pairs(in: result)
    #expect(pairs.map { $0.simulated?.mean } == [nil, 30, 357])
    #expect(pairs.map(\.isInside) == [nil, true, false])
  }

  private static let expected = """
    Tiny town
    Does it add up?
    2015-04-01 to 2025-03-31, 4 replications, seed 20151124. Medians, with the range that holds 80% of
    the replications (P10 to P90) in brackets or below.

    Headlines                              start       1 year      3 years      5 years     10 years
                                      2015-04-01      2015-16      2017-18      2019-20      2024-25
    Children looked after                    357          371          400          428          500
                                                      360–382      388–412      416–441      485–515
    Referrals in the year                      –        3,220        3,468        3,715        4,334
                                                  3,123–3,316  3,363–3,572  3,604–3,827  4,204–4,464
    Vacancy rate (social workers), %        17.2         17.9         19.3         20.6         24.1
                                                    17.4–18.4    18.7–19.8    20.0–21.3    23.4–24.8
    Children without a worker                 12           12           13           14           17
                                                         8–17         8–18         9–20        10–23
    Cost in the year, £m nominal               –         52.2         56.2         60.2         70.3
                                                    50.6–53.8    54.5–57.9    58.4–62.0    68.2–72.4

    Cost by financial year, £m nominal  median  80% range
    2015-16                               52.2  50.6–53.8
    2016-17                               54.2  52.6–55.8
    2017-18                               56.2  54.5–57.9
    2018-19                               58.2  56.5–60.0
    2019-20                               60.2  58.4–62.0
    2020-21                               62.2  60.4–64.1
    2021-22                               64.3  62.3–66.2
    2022-23                               66.3  64.3–68.3
    2023-24                               68.3  66.2–70.3
    2024-25                               70.3  68.2–72.4

    Budgets
    Placements, all, 2015-16: budget £23.0m, mean cost £23.8m, both nominal; the budget is overspent in
      more than 51.0% (4 of 4; 95% lower bound 51.01%) of replications. P80 is £23.9m: £126k above the
      median, £900k above the budget.

    Published beside simulated  date        published        P10–P50–P90  lies
    Children looked after       2025-03-31        550        485–500–515  ABOVE
    Referrals in the year       2016-03-31      3,749  3,123–3,220–3,316  ABOVE
    0 of the 2 shown, the latest of each headline, and 0 of all 3 published figures after the start lie
      inside the simulated 80% range.

    Risks
    Recruitment and retention, 2024-25: vacancy rate (social workers) 24.1% (23.4% to 24.8%), 17.2% at
      the start; leavers, FTE 51.0 (49.4 to 52.5).
    Partnership: the scenario has no partners, so nothing here speaks for or against it.
    Demand, 2024-25: children looked after 500 (485 to 515), 357 at the start; children without a worker
      17 (10 to 23), 12 at the start.

    Not precise enough in 2024-25 (95% interval of the mean wider than ±5%): Children without a worker
      (±25.0%; about 99 replications would do).
    Checks: 2 of 2 hold at 48 month ends (opening + in - out = closing; every reading is one that its
      measure can have).
    Warning: One number has no source.
    Time: 1.3 s for 1,234,567 events (987,654 a second, 2 at a time).
    Files: Results/tiny
    Next:
      caseload diff Results/tiny Results/other

    """
}
