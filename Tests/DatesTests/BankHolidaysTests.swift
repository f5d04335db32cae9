import Dates
import Testing

/// The lists of GOV.UK, "UK bank holidays", England and Wales; earlier years from the royal proclamations.
@Suite("Bank holidays of England and Wales")
struct BankHolidaysTests {
  @Test(
    "Whole years as published",
    arguments: [
      (2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"),
      (2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"),
      (2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
      (2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27"),
      (2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
      (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
      (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
      (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
      (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
      (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
      (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
    ])
  func published(year: Int, days: String) {
    let expected = days.split(separator: " ").map { "\(year)-\($0)" }
    #expect(BankHolidays.england(year: year).map(\.description) == expected)
  }

  @Test(
    "Easter Sunday",
    arguments: [
      "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2015-04-05", "2016-03-27",
      "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
      "2025-04-20", "2038-04-25", "2076-04-19", "2100-03-28",
    ])
  func easter(text: String) throws {
    let date = try #require(CivilDate(iso: text))
    #expect(BankHolidays.easterSunday(year: date.civil.year) == date)
  }

  @Test("Every year from 1978 to 2100 has eight or more, in order, none on a weekend and none twice")
  func everyYear() {
    for year in 1978...2100 {
      let days = BankHolidays.england(year: year)
      #expect(days.count >= 8)
      #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
      #expect(days.allSatisfy { $0.weekday <= 5 && $0.civil.year == year })
      let easter = BankHolidays.easterSunday(year: year)
      #expect(easter.weekday == 7)
      #expect(easter >= CivilDate(year, 3, 22) && easter <= CivilDate(year, 4, 25))
    }
  }
}
