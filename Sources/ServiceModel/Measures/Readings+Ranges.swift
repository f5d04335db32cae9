import Parameters

extension Readings {
  /// How many readings there are that have a value, how many of these their series cannot have, and the first such one in
  /// words.
  ///
  /// A reading is as it should be when it is a number within its series' range; what counts whole things at a date or over a
  /// month is a whole number too.
  func outside(_ series: [Series]) -> (read: Int, outside: Int, first: String?) {
    var (read, outside) = (0, 0)
    var first: String?
    for place in numerators.indices {
      let one = series[place % seriesCount]
      for value in values(place, of: one) where !value.isNaN {
        read += 1
        guard !one.mayBe(value) else { continue }
        outside += 1
        first = first ?? "\(one.name) is \(value) in month \(place / seriesCount + 1)"
      }
    }
    return (read, outside, first)
  }

  /// What stands at a place: the value; of a distribution, that of the month and that of the year so far. Nothing over
  /// nothing is no value.
  private func values(_ place: Int, of series: Series) -> [Double] {
    switch series.gathering {
    case .flow, .stock: [numerators[place]]
    case .distribution: [numerators[place], denominators[place]]
    case .rate, .stockRate: denominators[place] == 0 ? [] : [numerators[place] / denominators[place]]
    }
  }
}

extension Series {
  /// Whether a reading can be that number; what rounding adds is forgiven.
  fileprivate func mayBe(_ value: Double) -> Bool {
    let slack = 1e-9
    guard value.isFinite, value >= range.lowerBound - slack, value <= range.upperBound + slack else {
      return false
    }
    let isWhole = unit.form == .whole && (gathering == .flow || gathering == .stock)
    return !isWhole || abs(value - value.rounded()) <= slack
  }
}

extension BalanceResult {
  /// The readings as an account: those that have a value come in, those that their measures can have go out, and none may be
  /// left.
  init(_ readings: Readings, of series: [Series]) {
    let (read, outside, first) = readings.outside(series)
    assert(first == nil, "A reading is outside its measure's range: \(first ?? "").")
    self.init(
      balance: "readings against the ranges of their measures", unit: "readings", opening: 0,
      entered: Double(read), left: Double(read - outside), closing: 0, largestResidual: Double(outside),
      tolerance: 0)
  }
}
