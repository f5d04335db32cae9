import Statistics

/// Single records of a month and of the financial year so far, for quantiles.
struct Records {
  private var month: [Double] = []
  private var year: [Double] = []

  mutating func add(_ value: Double) { month.append(value) }

  /// Forgets everything.
  mutating func clear() {
    month.removeAll(keepingCapacity: true)
    year.removeAll(keepingCapacity: true)
  }

  /// Takes the month into the year and sorts both; call once, before reading quantiles.
  mutating func closeMonth() {
    month.sort()
    year.append(contentsOf: month)
    year.sort()
  }

  /// Writes the quantile of the month and of the year so far.
  func write(_ series: Int, _ p: Double, _ index: Int, into readings: inout Readings) {
    readings.set(series, index, quantile(month, p), over: quantile(year, p))
  }

  /// Begins the next month, and the next year after its last.
  mutating func startMonth(newYear: Bool) {
    month.removeAll(keepingCapacity: true)
    if newYear { year.removeAll(keepingCapacity: true) }
  }

  private func quantile(_ sorted: [Double], _ p: Double) -> Double {
    sorted.isEmpty ? .nan : Sample.quantile(sorted: sorted, p)
  }
}

/// Sums over the trailing twelve months.
struct TwelveMonths {
  private var sums: InlineArray<12, Double> = .init(repeating: 0)
  private var months = 0

  /// Adds a closed month.
  mutating func close(_ sum: Double) {
    sums[months % 12] = sum
    months += 1
  }

  /// The sum, or NaN before twelve months have passed.
  var total: Double {
    guard months >= 12 else { return .nan }
    var total = 0.0
    for month in 0..<12 { total += sums[month] }
    return total
  }
}
