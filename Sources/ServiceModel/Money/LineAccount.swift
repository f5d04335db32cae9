/// One budget line: how much of it there is, what it costs a day, and what has been spent on it this month.
///
/// The line has a price clock, which advances by the price index each day. What anything on the line costs over a
/// stretch of time is its daily rate at the first year's prices times the advance of the clock, whatever happened to
/// prices meanwhile.
struct LineAccount: BitwiseCopyable {
  /// Units now, and their integral over the month's days.
  private var units = ExactAmount.zero
  private(set) var unitDays = 0.0
  /// Pounds a day now, at the prices of the first year.
  private(set) var rate = 0.0
  /// Current prices relative to those of the first year.
  private(set) var index = 1.0
  /// Reading of the price clock, days at the prices of the first year.
  private(set) var reading = 0.0
  /// Pounds this month for what is paid by the day, and for single events.
  private(set) var running = 0.0
  private(set) var single = 0.0
  private(set) var events = 0.0
  private var settledAt = 0.0

  /// Brings everything up to a moment.
  mutating func settle(at day: Double) {
    let days = day - settledAt
    guard days != 0 else { return }
    unitDays += units.value * days
    running += rate * index * days
    reading += index * days
    settledAt = day
  }

  mutating func change(units: Double, rate: Double, at day: Double) {
    settle(at: day)
    add(units, rate)
  }

  /// Where no unit is left, nothing is paid by the day: not even what rounding would leave of the rate.
  private mutating func add(_ units: Double, _ rate: Double) {
    self.units += units
    self.rate = self.units.isEmpty ? 0 : self.rate + rate
  }

  mutating func setIndex(_ index: Double, at day: Double) {
    settle(at: day)
    self.index = index
  }

  mutating func spend(_ pounds: Double, events: Double) {
    single += pounds
    self.events += events
  }

  /// Takes back what was counted since an earlier day on which something had already ended; the index has been the
  /// same since then.
  mutating func end(units: Double, rate: Double, on day: Double) {
    unitDays -= units * (settledAt - day)
    running -= rate * index * (settledAt - day)
    add(-units, -rate)
  }

  /// What the clock read on an earlier day since which the index has been the same.
  func reading(on day: Double) -> Double { reading - index * (settledAt - day) }

  /// Pounds this month.
  var cost: Double { running + single }

  /// Begins a new month.
  mutating func startMonth() {
    unitDays = 0
    running = 0
    single = 0
    events = 0
  }
}

/// Something that is paid by the day: on which line, at what rate, and charged up to which reading of its clock.
struct Charge: BitwiseCopyable {
  let line: BudgetLine
  var units: Double
  /// Pounds a day at the prices of the first year.
  var rate: Double
  var chargedTo: Double

  /// What has come due by that reading, which is then charged.
  mutating func charge(to reading: Double) -> Double {
    let due = rate * (reading - chargedTo)
    chargedTo = reading
    return due
  }
}
