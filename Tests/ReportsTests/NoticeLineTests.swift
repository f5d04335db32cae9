import Parameters
import Testing

@testable import Reports
@testable import Results

@Suite("When a notice to improve is lifted")
struct NoticeLineTests {
  /// A year of twelve months; the first notice lasts so many months, in so many of four replications is it lifted.
  private func result(
    months: Double, spread: Double = 0, lifted: Double, inForce: Double, atStart: Double, n: Int = 4
  ) -> ResultSet {
    var result = SmallResult.make()
    result.series = [
      Series(measure: "notice_in_force", unit: .share, gathering: .stock),
      Series(measure: "first_notice_months", unit: .months, gathering: .stock),
      Series(measure: "first_notice_lifted", unit: .share, gathering: .stock),
    ]
    result.opening = [SmallResult.estimate(atStart, spread: 0), nil, nil]
    let last = [
      SmallResult.estimate(inForce, spread: 0), SmallResult.estimate(months, spread: spread, n: n),
      SmallResult.estimate(lifted, spread: 0, n: n),
    ]
    result.monthly = last.map { [$0, $0] }
    result.years = last.enumerated().map {
      YearRow(series: $0.offset, financialYear: "2015-16", workforceYear: nil, estimate: $0.element)
    }
    return result
  }

  @Test("From the start: the median date, its range, and who is still under it")
  func fromTheStart() {
    #expect(
      NoticeLine(result(months: 6, spread: 2, lifted: 1, inForce: 0, atStart: 1)).sentence
        == "in force at the start; median date of lifting October 2015 (80% range July 2015 to December 2015); "
        + "lifted by 2016-03-31 in every one of them.")
    #expect(
      NoticeLine(result(months: 6, spread: 2, lifted: 0.75, inForce: 0.5, atStart: 1)).sentence
        == "in force at the start; median date of lifting October 2015 (80% range July 2015 to after 2016-03-31); "
        + "not lifted by 2016-03-31 in 1 of 4 replications. With later ones, a notice is in force on 2016-03-31 in "
        + "2 of 4 replications.")
  }

  @Test("Issued later, and never")
  func later() {
    #expect(
      NoticeLine(result(months: 6, spread: 2, lifted: 0.5, inForce: 0.25, atStart: 0, n: 2)).sentence
        == "issued in 2 of 4 replications; the first lasts 6.0 (3.0 to 9.0) months; not lifted by 2016-03-31 in "
        + "1 of 2 replications.")
    #expect(NoticeLine(SmallResult.make()).sentence == nil)
    var never = result(months: 0, lifted: 0, inForce: 0, atStart: 0)
    for place in [1, 2] { never.years[place].estimate = SmallResult.nothing }
    #expect(NoticeLine(never).sentence == nil)
  }
}
