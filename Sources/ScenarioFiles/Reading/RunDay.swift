import Dates
import Parameters

/// A day that is counted from the first day of the run, as a file writes it: `start`, `start + 12 months`, `start + 2 years -
/// 1 day`.
///
/// Between the file and the resolved scenario it stands as its words; the resolved scenario has the date alone.
struct RunDay: Equatable {
  /// The words in one form: single spaces, as written otherwise.
  let text: String
  private let months, days: Int

  /// Days within which every date lies.
  static let range = CivilDate(1900, 1, 1)...CivilDate(2200, 12, 31)

  /// Reads `start`, and any number of days, weeks, months and years after or before it; nil for anything else.
  init?(_ text: String) {
    guard let whole = text.wholeMatch(of: /start((?:\s*[+\-]\s*\d{1,5}\s*(?:day|week|month|year)s?)*)/) else {
      return nil
    }
    var (months, days, words) = (0, 0, "start")
    for term in whole.output.1.matches(of: /([+\-])\s*(\d{1,5})\s*(day|week|month|year)s?/) {
      let (_, sign, digits, unit) = term.output
      let number = (Int(digits) ?? 0) * (sign == "-" ? -1 : 1)
      switch unit {
      case "day": days += number
      case "week": days += 7 * number
      case "month": months += number
      default: months += 12 * number
      }
      words += " \(sign) \(digits) \(unit)\(digits == "1" ? "" : "s")"
    }
    (self.text, self.months, self.days) = (words, months, days)
  }

  /// The day that a value of a file stands for; nil for a value of another kind.
  init?(_ value: Value) {
    guard case .choice(let text) = value else { return nil }
    self.init(text)
  }

  /// The value that stands for it until the run's first day is known.
  var value: Value { .choice(text) }

  /// The date in a run that starts then: months first, to the month's last day where it is shorter, then days. Nil outside
  /// the range of dates.
  func date(from start: CivilDate) -> CivilDate? {
    let (year, month, day) = start.civil
    let count = year * 12 + month - 1 + months
    guard (1...9999).contains(count / 12) else { return nil }
    let first = CivilDate(count / 12, count % 12 + 1, 1)
    let next = CivilDate((count + 1) / 12, (count + 1) % 12 + 1, 1)
    let date = min(first.adding(days: day - 1), next.adding(days: -1)).adding(days: days)
    return Self.range.contains(date) ? date : nil
  }
}
