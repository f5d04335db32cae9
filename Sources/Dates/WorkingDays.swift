/// The working days of England over a span of dates: Monday to Friday except bank holidays.
///
/// Statutory timescales in children's social care count these days ("Working together to safeguard children").
/// Counting is two reads of a table made once.
public struct WorkingDays: Sendable {
  /// The first and last day that the table covers.
  public let first: CivilDate
  public let last: CivilDate

  /// before[k]: working days among the first k days of the span.
  @usableFromInline let before: [Int32]
  /// The working days' offsets from the first day, in order.
  private let offsets: [Int32]

  /// A table from one day through another, not earlier than the first.
  ///
  /// - Complexity: linear in the number of days; 8 bytes for each.
  public init(from first: CivilDate, through last: CivilDate) {
    precondition(first <= last, "A span of working days ends at or after its start.")
    self.first = first
    self.last = last
    let holidays = Set((first.civil.year...last.civil.year).flatMap(BankHolidays.england))
    var before: [Int32] = [0]
    var offsets: [Int32] = []
    for offset in 0...(last.dayNumber - first.dayNumber) {
      let day = first.adding(days: offset)
      if day.weekday <= 5, !holidays.contains(day) { offsets.append(Int32(offset)) }
      before.append(Int32(offsets.count))
    }
    self.before = before
    self.offsets = offsets
  }

  /// Whether that day, inside the span or out of it, is a working day.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    let offset = date.dayNumber - first.dayNumber
    if offset >= 0, date <= last { return before[offset + 1] > before[offset] }
    return date.weekday <= 5 && !BankHolidays.england(year: date.civil.year).contains(date)
  }

  /// Working days after the one date, up to and including the other; 0 when that is not later.
  ///
  /// Days outside the span count for nothing. The day of a referral itself is day 0, as the timescales have it.
  public func count(after start: CivilDate, through end: CivilDate) -> Int {
    count(afterDay: start.dayNumber - first.dayNumber, throughDay: end.dayNumber - first.dayNumber)
  }

  /// The same by days since the span's first day; days before the span and after it are held to its ends.
  ///
  /// - Complexity: constant.
  @inlinable
  public func count(afterDay start: Int, throughDay end: Int) -> Int {
    let days = before.count - 1
    let from = min(max(start + 1, 0), days)
    let to = min(max(end + 1, 0), days)
    return to > from ? Int(before[to] - before[from]) : 0
  }

  /// The n-th working day after a date; the date itself when n is 0.
  ///
  /// - Parameter n: 0 or more.
  /// - Complexity: constant within the span; linear in the days walked beyond it.
  public func date(workingDays n: Int, after date: CivilDate) -> CivilDate {
    precondition(n >= 0, "Working days are counted forwards.")
    if n == 0 { return date }
    let offset = date.dayNumber - first.dayNumber + 1
    if offset >= 0, offset < before.count {
      let index = Int(before[offset]) + n - 1
      if index < offsets.count { return first.adding(days: Int(offsets[index])) }
    }
    var day = date
    var left = n
    while left > 0 {
      day = day.adding(days: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }
}
