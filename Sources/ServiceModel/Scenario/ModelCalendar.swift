public import Dates
public import DiscreteEvents

/// The calendar of one scenario, laid out once: month ends, financial years and working days as plain tables.
public struct ModelCalendar: Sendable {
  /// First day simulated; simulated time is counted from its midnight.
  public let start: CivilDate
  /// Last day of each month, for printing.
  public let monthLastDays: [CivilDate]
  /// The moment each month ends: the first midnight after it.
  let monthEnds: [SimulatedTime]
  /// Financial year of each month, 0 for the one in which the run starts.
  public let yearOfMonth: [Int]
  /// Labels of the financial years, for example `2015-16`.
  public let yearLabels: [String]
  /// Moment each financial year begins; the first entry is the start itself.
  let yearStarts: [SimulatedTime]
  /// Where the run ends.
  let end: SimulatedTime
  /// Whether months are all of one length, a twelfth of 365.25 days.
  let hasEqualMonths: Bool
  private let workingDays: WorkingDays?
  private let firstTableDay: Int

  init(_ run: RunParameters) {
    start = run.starts
    let months = run.months ?? 0
    let (startYear, startMonth, _) = run.starts.civil
    var lastDays: [CivilDate] = []
    var ends: [SimulatedTime] = []
    var years: [Int] = []
    var labels: [String] = []
    var yearStarts: [SimulatedTime] = []
    let firstFinancialYear = startMonth >= 4 ? startYear : startYear - 1
    for month in 0..<months {
      let index = startMonth - 1 + month
      let next = CivilDate(startYear + (index + 1) / 12, (index + 1) % 12 + 1, 1)
      let last = next.adding(days: -1)
      lastDays.append(last)
      switch run.calendar {
      case .england:
        ends.append(SimulatedTime(seconds: Int64(next.dayNumber - run.starts.dayNumber) * 86_400))
      case .uniform:
        ends.append(SimulatedTime(days: Double(month + 1) * 365.25 / 12))
      }
      let year = FinancialYear(containing: last)
      let offset = year.startYear - firstFinancialYear
      if offset >= labels.count {
        labels.append(year.label)
        yearStarts.append(month == 0 ? .zero : ends[month - 1])
      }
      years.append(offset)
    }
    monthLastDays = lastDays
    monthEnds = ends
    yearOfMonth = years
    yearLabels = labels
    self.yearStarts = yearStarts
    end = ends.last ?? .zero
    hasEqualMonths = run.calendar == .uniform
    firstTableDay = -2200
    workingDays =
      run.calendar == .england
      ? WorkingDays(from: run.starts.adding(days: firstTableDay), through: run.ends.adding(days: 400)) : nil
  }

  /// Number of months simulated.
  public var months: Int { monthEnds.count }

  /// Working days after the day of `earlier` up to and with the day of `later`.
  func workingDays(from earlier: SimulatedTime, to later: SimulatedTime) -> Int {
    let first = dayIndex(earlier)
    let last = dayIndex(later)
    guard let workingDays else { return max(0, last - first) }
    return workingDays.count(afterDay: first - firstTableDay, throughDay: last - firstTableDay)
  }

  /// Whole days since the start, rounded down.
  func dayIndex(_ time: SimulatedTime) -> Int {
    let seconds = time.seconds
    return Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }

  /// The civil day of a moment.
  public func date(_ time: SimulatedTime) -> CivilDate { start.adding(days: dayIndex(time)) }

  /// Midnight at which a child born on that day (days after the start) reaches an age; 29 February counts as 1 March.
  func birthday(_ years: Int, bornOn day: Int32) -> SimulatedTime {
    let (year, month, dayOfMonth) = start.adding(days: Int(day)).civil
    let reached = CivilDate(year + years, month, dayOfMonth)
    return SimulatedTime(seconds: Int64(reached.dayNumber - start.dayNumber) * 86_400)
  }
}
