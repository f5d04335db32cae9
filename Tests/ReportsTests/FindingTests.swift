import Charts
import Dates
import Parameters
import Testing

@testable import Reports
@testable import Results

@Suite("Titles of figures")
struct FindingTests {
  private func story(_ change: (inout ResultSet) -> Void = { _ in }) throws -> SeriesStory {
    var result = ReportableResult.make()
    change(&result)
    return try #require(SeriesStory(place: 0, label: "Children looked after", of: result))
  }

  @Test("They say by name where both ends of a range lie, and whether it has left the start")
  func ends() throws {
    #expect(
      try story { $0.observed = [] }.finding
        == "Children looked after in March 2017: between 421 and 433 in 8 of 10 simulated futures, all above the 357 at the "
        + "start")
    let wide = try story { result in
      result.observed = []
      result.monthly[0][23] = SmallResult.estimate(400, spread: 100)
    }
    #expect(wide.finding.contains("between 250 and 550 in 8 of 10 simulated futures"))
    #expect(!wide.finding.contains("at the start"))
  }

  @Test("What is rare and far beyond the range is said, of what is worse the more there is")
  func worst() throws {
    let told = try story { result in
      result.observed = []
      result.monthly[0][23].p95 = 1_034
    }
    #expect(told.finding.hasSuffix("; 1 in 20 above 1,034"))
    let neither = try story { result in
      result.observed = []
      result.monthly[0][23].p95 = 1_034
      result.series[0].traits.better = .more
    }
    #expect(!neither.finding.contains("1,034"))
  }

  @Test("Published figures on one side of the range two years in a row are in the title; one alone is not")
  func published() throws {
    func figure(_ year: Int, _ value: Double) -> ObservedFigure {
      ObservedFigure(
        measure: "children_looked_after", breakdown: "", date: CivilDate(year, 3, 31), value: value,
        unit: "children", release: "x")
    }
    let both = try story { $0.observed = [figure(2016, 500), figure(2017, 600)] }
    #expect(both.finding.hasSuffix("; published figures lay above the range from 2016 to 2017"))
    let low = try story { $0.observed = [figure(2016, 100), figure(2017, 100)] }
    #expect(low.finding.contains("lay below the range"))
    #expect(
      !(try story { $0.observed = [figure(2016, 500), figure(2017, 427)] }).finding.contains("published"))
  }

  @Test("Of money the year and the prices are said once, and of a share of staff always whose")
  func names() throws {
    let result = ReportableResult.make()
    let cost = try #require(SeriesStory(place: 2, label: "Cost in the year", of: result))
    #expect(cost.finding.hasPrefix("Cost in 2016-17, nominal: between £23.4m and £24.6m in 8 of 10"))
    let rate = Series(
      measure: "vacancy_rate_fte", unit: .share, gathering: .stockRate, subject: .staff,
      .less.headline(7, "Vacancy rate"))
    #expect(rate.whole("Vacancy rate") == "Vacancy rate (all roles)")
    #expect(result.series[1].whole("Vacancy rate") == "Vacancy rate (social workers)")
  }

  @Test("The program's own sentences are put in plain words")
  func plain() {
    #expect(
      Words.plain("199 of 200 replications (P10 to P90)")
        == "199 of 200 simulated futures (8 in 10 simulated futures)")
    #expect(Words.futures(1) == "1 simulated future" && Words.futures(1_200) == "1,200 simulated futures")
  }

  @Test("Influence is a rank correlation, from \u{2212}1 to 1, and nothing where a side never varies")
  func influence() {
    func correlation(_ other: [Double]) -> Double? {
      MeasuredInfluence.rankCorrelation([1, 2, 3, 4, 50], other)
    }
    #expect(correlation([1, 4, 9, 16, 17]) == 1 && correlation([5, 4, 3, 2, 1]) == -1)
    #expect(
      correlation([7, 7, 7, 7, 7]) == nil && MeasuredInfluence.rankCorrelation([1, 2], [1, 2]) == nil)
    #expect(abs((correlation([1, 1, 2, 2, 3]) ?? 0) - 0.9486833) < 1e-6, "equal values share a rank")
    let drawn = (0..<6).map { number in
      DrawRow { ($0.replication, $0.path, $0.value) = (number, "a.b", Double(number)) }
    }
    let found = MeasuredInfluence(outcome: "x", drawn: drawn, last: [0: 9, 1: 8, 2: 5, 3: 4, 5: 1])
    #expect(found.correlations == ["a.b": -1] && found.count == 5)
  }
}
