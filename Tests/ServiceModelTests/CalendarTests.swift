import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("The calendar of a scenario")
struct CalendarTests {
  private func run(_ kind: RunParameters.CalendarKind, from: CivilDate, to: CivilDate) -> ModelCalendar {
    var run = RunParameters()
    run.starts = from
    run.ends = to
    run.calendar = kind
    return ModelCalendar(run)
  }

  @Test func englandsMonthsEndAtMidnightAfterTheirLastDay() {
    let calendar = run(.england, from: CivilDate(2015, 11, 1), to: CivilDate(2016, 4, 30))
    #expect(calendar.months == 6)
    #expect(calendar.monthEnds.map(\.days) == [30, 61, 92, 121, 152, 182])
    #expect(calendar.monthLastDays.last == CivilDate(2016, 4, 30))
    #expect(calendar.yearLabels == ["2015-16", "2016-17"])
    #expect(calendar.yearOfMonth == [0, 0, 0, 0, 0, 1])
    #expect(calendar.yearStarts.map(\.days) == [0, 152])
    #expect(calendar.end.days == 182)
  }

  @Test func uniformMonthsAreEqual() {
    let calendar = run(.uniform, from: CivilDate(2015, 4, 1), to: CivilDate(2017, 3, 31))
    #expect(calendar.months == 24)
    for (month, end) in calendar.monthEnds.enumerated() {
      #expect(end == SimulatedTime(days: Double(month + 1) * 365.25 / 12))
    }
    let day3 = SimulatedTime(days: 3.5)
    #expect(calendar.workingDays(from: .zero, to: day3) == 3, "every day is a working day")
    #expect(calendar.workingDays(from: day3, to: .zero) == 0)
  }

  @Test func englandsWorkingDaysLeaveOutWeekendsAndBankHolidays() {
    // 1 April 2015 was a Wednesday; 3 and 6 April were Good Friday and Easter Monday.
    let calendar = run(.england, from: CivilDate(2015, 4, 1), to: CivilDate(2015, 5, 31))
    func days(_ from: Double, _ to: Double) -> Int {
      calendar.workingDays(from: SimulatedTime(days: from), to: SimulatedTime(days: to))
    }
    #expect(days(0.5, 0.9) == 0)
    #expect(days(0, 1) == 1, "Thursday")
    #expect(days(0, 5.9) == 1, "Good Friday, the weekend and Easter Monday do not count")
    #expect(days(0, 6) == 2, "Tuesday")
    #expect(days(-3, 0) == 3, "before the start: Sunday to Wednesday")
  }

  @Test func datesBeforeAndAfterTheStart() {
    let calendar = run(.england, from: CivilDate(2015, 4, 1), to: CivilDate(2015, 4, 30))
    #expect(calendar.date(SimulatedTime(days: 29.999)) == CivilDate(2015, 4, 30))
    #expect(calendar.date(SimulatedTime(seconds: -1)) == CivilDate(2015, 3, 31))
    #expect(calendar.dayIndex(SimulatedTime(seconds: -86_400)) == -1)
    #expect(calendar.dayIndex(SimulatedTime(seconds: -86_401)) == -2)
  }

  @Test(
    "Birthdays are exact",
    arguments: [
      (CivilDate(2000, 5, 17), 18, CivilDate(2018, 5, 17)),
      (CivilDate(2000, 2, 29), 18, CivilDate(2018, 3, 1)),
      (CivilDate(2000, 2, 29), 20, CivilDate(2020, 2, 29)),
      (CivilDate(1999, 12, 31), 21, CivilDate(2020, 12, 31)),
    ])
  func birthdays(born: CivilDate, years: Int, reached: CivilDate) {
    let calendar = run(.england, from: CivilDate(2015, 4, 1), to: CivilDate(2025, 3, 31))
    let day = Int32(born.dayNumber - calendar.start.dayNumber)
    #expect(calendar.date(calendar.birthday(years, bornOn: day)) == reached)
    #expect(calendar.birthday(years, bornOn: day).seconds % 86_400 == 0)
  }
}
