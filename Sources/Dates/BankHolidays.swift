/// The bank holidays of England and Wales.
///
/// Sources: Banking and Financial Dealings Act 1971, schedule 1; royal proclamations under its section 1 for the days
/// moved or added; GOV.UK, "UK bank holidays". The rules hold from 1978, when the early May bank holiday began, and
/// for years to come as the law stands; a day proclaimed later is not known here.
public enum BankHolidays {
  /// That year's bank holidays, in order. A substitute day stands instead of the weekend day that it replaces.
  ///
  /// - Parameter year: 1978 or later.
  /// - Complexity: constant.
  public static func england(year: Int) -> [CivilDate] {
    let easter = easterSunday(year: year)
    var days = [newYear(year), easter.adding(days: -2), easter.adding(days: 1)]
    days.append(movedEarlyMay[year] ?? monday(from: CivilDate(year, 5, 1)))
    days.append(movedSpring[year] ?? monday(from: CivilDate(year, 5, 25)))
    days.append(monday(from: CivilDate(year, 8, 25)))
    days += christmas(year)
    days += added.filter { $0.civil.year == year }
    return days.sorted()
  }

  /// Easter Sunday of the Gregorian calendar (the anonymous algorithm published in Nature, 20 April 1876).
  public static func easterSunday(year: Int) -> CivilDate {
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - lunarCorrection + 15) % 30
    let weekdayShift = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekdayShift) / 451
    let fromMarch = epact + weekdayShift - 7 * late + 114
    return CivilDate(year, fromMarch / 31, fromMarch % 31 + 1)
  }

  /// Early May bank holidays not on the first Monday: 50 and 75 years after the end of the war in Europe.
  private static let movedEarlyMay = [1995: CivilDate(1995, 5, 8), 2020: CivilDate(2020, 5, 8)]

  /// Spring bank holidays not on the last Monday in May: the golden, diamond and platinum jubilees.
  private static let movedSpring = [
    2002: CivilDate(2002, 6, 4), 2012: CivilDate(2012, 6, 4), 2022: CivilDate(2022, 6, 2),
  ]

  /// Days added once.
  private static let added = [
    CivilDate(1981, 7, 29),  // royal wedding
    CivilDate(1999, 12, 31),  // millennium
    CivilDate(2002, 6, 3),  // golden jubilee
    CivilDate(2011, 4, 29),  // royal wedding
    CivilDate(2012, 6, 5),  // diamond jubilee
    CivilDate(2022, 6, 3),  // platinum jubilee
    CivilDate(2022, 9, 19),  // funeral of Queen Elizabeth II
    CivilDate(2023, 5, 8),  // coronation of King Charles III
  ]

  /// The first Monday on or after that day.
  private static func monday(from day: CivilDate) -> CivilDate {
    day.adding(days: (8 - day.weekday) % 7)
  }

  private static func newYear(_ year: Int) -> CivilDate {
    let first = CivilDate(year, 1, 1)
    return first.weekday >= 6 ? monday(from: first) : first
  }

  /// Christmas and Boxing Day, or the days given for those that fall on a weekend.
  private static func christmas(_ year: Int) -> [CivilDate] {
    let offsets =
      switch CivilDate(year, 12, 25).weekday {
      case 5: [0, 3]  // Boxing Day on a Saturday: Monday instead
      case 6: [2, 3]  // both on the weekend: Monday and Tuesday
      case 7: [1, 2]  // Christmas on a Sunday: the Tuesday after Boxing Day
      default: [0, 1]
      }
    return offsets.map { CivilDate(year, 12, 25).adding(days: $0) }
  }
}
