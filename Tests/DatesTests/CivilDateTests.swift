import Dates
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  @Test("Every day from 1900 to 2100 follows the day before it, and reads back")
  func everyDay() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var expected = CivilDate(1900, 1, 1)
    for year in 1900...2100 {
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        for day in 1...(lengths[month - 1] + (leap && month == 2 ? 1 : 0)) {
          let date = CivilDate(year, month, day)
          #expect(date == expected)
          #expect(date.civil == (year, month, day))
          #expect(CivilDate(iso: date.description) == date)
          #expect(expected.adding(days: 1).weekday == date.weekday % 7 + 1)
          expected = expected.adding(days: 1)
        }
      }
    }
    #expect(expected == CivilDate(2101, 1, 1))
  }

  @Test(
    "Known days", arguments: [("1970-01-01", 4), ("2000-02-29", 2), ("2015-04-01", 3), ("2025-03-31", 1)])
  func weekday(text: String, weekday: Int) {
    #expect(CivilDate(iso: text)?.weekday == weekday)
  }

  @Test(
    "What is no date is refused",
    arguments: [
      "", "2015-4-1", "2015-02-29", "2015-13-01", "2015-00-10", "2015/04/01", "15-04-01", "2015-04-31",
    ])
  func refused(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test("A financial year runs from 1 April to 31 March")
  func financialYear() {
    let year = FinancialYear(startingIn: 2015)
    #expect(year.label == "2015-16")
    #expect(year.firstDay == CivilDate(2015, 4, 1))
    #expect(year.lastDay == CivilDate(2016, 3, 31))
    #expect(FinancialYear(containing: year.firstDay) == year)
    #expect(FinancialYear(containing: year.lastDay) == year)
    #expect(FinancialYear(containing: year.firstDay.adding(days: -1)).label == "2014-15")
    #expect(FinancialYear(containing: year.lastDay.adding(days: 1)) == year.next)
    #expect(FinancialYear(startingIn: 1999).label == "1999-00")
    #expect(FinancialYear(startingIn: 2008).label == "2008-09")
  }
}
