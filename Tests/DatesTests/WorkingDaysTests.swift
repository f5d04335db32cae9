import Dates
import Testing

@Suite("Working days")
struct WorkingDaysTests {
  let days = WorkingDays(from: CivilDate(2014, 4, 1), through: CivilDate(2026, 3, 31))

  @Test(
    "Working days of a calendar year, weekdays less bank holidays",
    arguments: [(2015, 253), (2016, 253), (2019, 253), (2021, 253), (2022, 250), (2023, 251), (2024, 254)])
  func wholeYear(year: Int, expected: Int) {
    #expect(days.count(after: CivilDate(year - 1, 12, 31), through: CivilDate(year, 12, 31)) == expected)
  }

  @Test("The day itself is day 0, and Easter is stepped over")
  func easter() {
    let maundyThursday = CivilDate(2015, 4, 2)
    #expect(days.count(after: maundyThursday, through: maundyThursday) == 0)
    #expect(days.count(after: maundyThursday, through: CivilDate(2015, 4, 6)) == 0)
    #expect(days.count(after: maundyThursday, through: CivilDate(2015, 4, 7)) == 1)
    #expect(days.date(workingDays: 1, after: maundyThursday) == CivilDate(2015, 4, 7))
    #expect(days.count(after: CivilDate(2015, 4, 7), through: maundyThursday) == 0)
  }

  @Test("An assessment's 45 working days over a summer and a Christmas")
  func assessment() {
    // By hand: nine weeks, and one day more for each bank holiday that falls in them.
    #expect(days.date(workingDays: 45, after: CivilDate(2015, 6, 1)) == CivilDate(2015, 8, 3))
    #expect(days.date(workingDays: 45, after: CivilDate(2015, 7, 1)) == CivilDate(2015, 9, 3))
    #expect(days.date(workingDays: 45, after: CivilDate(2015, 11, 30)) == CivilDate(2016, 2, 4))
  }

  @Test("Counting agrees with looking at every day, and the n-th day with counting")
  func agreesWithWalking() {
    for start in stride(from: 0, through: 4_300, by: 37) {
      let date = days.first.adding(days: start)
      var walked = 0
      for length in 0...80 {
        let end = date.adding(days: length)
        if length > 0, days.isWorkingDay(end) {
          walked += 1
          #expect(days.date(workingDays: walked, after: date) == end)
        }
        #expect(days.count(after: date, through: end) == walked)
        #expect(days.count(afterDay: start, throughDay: start + length) == walked)
      }
    }
  }

  @Test("Days outside the span: counts are held to its ends, single days are still known")
  func outside() {
    let all = days.count(afterDay: -1, throughDay: 100_000)
    #expect(days.count(afterDay: -500, throughDay: 200_000) == all)
    #expect(days.count(after: CivilDate(2026, 3, 31), through: CivilDate(2027, 3, 31)) == 0)
    #expect(days.count(after: CivilDate(2010, 1, 1), through: CivilDate(2014, 3, 31)) == 0)
    #expect(!days.isWorkingDay(CivilDate(2030, 12, 25)))
    #expect(days.isWorkingDay(CivilDate(2030, 12, 24)))
    #expect(days.date(workingDays: 2, after: CivilDate(2026, 3, 31)) == CivilDate(2026, 4, 2))
    #expect(days.date(workingDays: 0, after: CivilDate(2040, 1, 1)) == CivilDate(2040, 1, 1))
    #expect(days.date(workingDays: 1, after: CivilDate(2013, 12, 24)) == CivilDate(2013, 12, 27))
  }

  @Test("A span of one day")
  func oneDay() {
    let one = WorkingDays(from: CivilDate(2015, 4, 1), through: CivilDate(2015, 4, 1))
    #expect(one.isWorkingDay(CivilDate(2015, 4, 1)))
    #expect(one.count(afterDay: -1, throughDay: 0) == 1)
    #expect(one.count(afterDay: 0, throughDay: 0) == 0)
  }
}
