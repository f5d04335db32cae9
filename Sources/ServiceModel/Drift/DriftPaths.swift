import DiscreteEvents

/// The multipliers of one replication, drawn before its first day.
///
/// Between the turns of two drift years the logarithm of a multiplier goes in a straight line. A month has the mean of
/// the multiplier over it, so that what the month does is what the line does.
struct DriftPaths: ~Copyable {
  private var months = 0
  /// Multipliers of each month, driver after driver.
  private var levels = Store<Double>(reserving: 4)
  /// Logarithms at the turns of the drift years, driver after driver.
  private var knots = Store<Double>(reserving: 4)

  /// Draws the paths of a replication.
  mutating func draw(_ table: DriftTable, _ streams: borrowing RandomStreams) {
    guard table.isOn else { return }
    months = table.months
    let count = DriftDriver.allCases.count
    while levels.count < count * months { levels.append(1) }
    while knots.count < count * (table.years + 1) { knots.append(0) }
    for driver in DriftDriver.allCases {
      if table.drives[driver] { table.draw(driver, into: &knots, streams) }
      for month in 0..<months {
        levels[driver.index * months + month] =
          table.drives[driver] ? mean(driver, month - table.firstMonth, years: table.years) : 1
      }
    }
  }

  /// The mean of the multiplier over a month of the drift, counted from 0.
  private func mean(_ driver: DriftDriver, _ month: Int, years: Int) -> Double {
    guard month >= 0 else { return 1 }
    let place = driver.index * (years + 1) + month / 12
    let step = (knots[place + 1] - knots[place]) / 12
    let begins = exponential(knots[place] + step * Double(month % 12))
    // The mean of exp(step x) over x from 0 to 1.
    return begins * (abs(step) < 1e-5 ? 1 + step / 2 + step * step / 6 : (exponential(step) - 1) / step)
  }

  /// What a driver is multiplied by in a month of the run; 1 where it does not drift.
  subscript(driver: DriftDriver, month: Int) -> Double {
    @inline(__always)
    get { levels[driver.index * months + month] }
  }

  /// What a driver is multiplied by at the turn of a drift year; the drift begins with turn 0.
  func atTurn(_ turn: Int, _ driver: DriftDriver, years: Int) -> Double {
    exponential(knots[driver.index * (years + 1) + turn])
  }
}
