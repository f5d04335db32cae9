import DiscreteEvents

/// The multipliers of one replication, drawn before its first day.
///
/// Between the turns of two drift years the logarithm of a multiplier goes in a straight line. A month has the mean of
/// the multiplier over it, so that what the month does is what the line does.
struct DriftPaths: ~Copyable {
  private var months = 0
  /// Drift years for which there is room, of each driver.
  private var years = 0
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
    years = table.mostYears
    while knots.count < count * (years + 1) { knots.append(0) }
    for driver in DriftDriver.allCases {
      if table.drives[driver] { table.draw(driver, into: &knots, streams) }
      for month in 0..<months {
        levels[driver.index * months + month] =
          table.drives[driver] ? mean(driver, month - table.firstMonth[driver]) : 1
      }
    }
  }

  /// The mean of the multiplier over a month of the drift, counted from 0.
  private func mean(_ driver: DriftDriver, _ month: Int) -> Double {
    guard month >= 0 else { return 1 }
    let step = monthlyStep(driver, month)
    let begins = beginning(driver, month)
    // The mean of exp(step x) over x from 0 to 1.
    return begins * (abs(step) < 1e-5 ? 1 + step / 2 + step * step / 6 : (exponential(step) - 1) / step)
  }

  /// What a driver is multiplied by in a month of the run; 1 where it does not drift.
  subscript(driver: DriftDriver, month: Int) -> Double {
    @inline(__always)
    get { levels[driver.index * months + month] }
  }

  /// What a driver is multiplied by as a month of its drift begins, counted from 0.
  func beginning(_ driver: DriftDriver, _ month: Int) -> Double {
    let knot = knots[driver.index * (years + 1) + month / 12]
    // A drift year begins with what was drawn for its turn, the end of the last one too.
    return exponential(month % 12 == 0 ? knot : knot + monthlyStep(driver, month) * Double(month % 12))
  }

  /// By how much the logarithm changes in a month of the drift.
  private func monthlyStep(_ driver: DriftDriver, _ month: Int) -> Double {
    let place = driver.index * (years + 1) + month / 12
    return (knots[place + 1] - knots[place]) / 12
  }
}
