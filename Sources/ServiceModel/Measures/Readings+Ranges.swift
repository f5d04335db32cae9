import Parameters

extension Readings {
  /// How many readings there are that have a value, how many of these their series cannot have, and the first such one in
  /// words.
  ///
  /// A reading is as it should be when it is a number within its series' range; what counts whole things at a date or over a
  /// month is a whole number too.
  func outside(_ series: [Series]) -> (read: Int, outside: Int, first: String?) {
    let limits = series.map(SeriesLimits.init)
    var (read, outside) = (0, 0)
    var first: String?
    func check(_ value: Double, _ limit: SeriesLimits, _ place: Int) {
      guard !value.isNaN else { return }
      read += 1
      guard !limit.hold(value) else { return }
      outside += 1
      first = first ?? "\(series[place % seriesCount].name) is \(value) in month \(place / seriesCount + 1)"
    }
    for place in numerators.indices {
      let limit = limits[place % seriesCount]
      let values = values(place, of: limit.gathering)
      check(values.0, limit, place)
      check(values.1, limit, place)
    }
    return (read, outside, first)
  }

  /// What stands at a place: the value; of a distribution, that of the month and that of the year so far. Not a number where
  /// there is none, and for nothing over nothing.
  private func values(_ place: Int, of gathering: Series.Gathering) -> (Double, Double) {
    switch gathering {
    case .flow, .stock: (numerators[place], .nan)
    case .distribution: (numerators[place], denominators[place])
    case .rate, .stockRate: (denominators[place] == 0 ? .nan : numerators[place] / denominators[place], .nan)
    }
  }
}

/// What the readings of a series can be: looked up once for all months.
private struct SeriesLimits {
  let gathering: Series.Gathering
  private let range: ClosedRange<Double>
  private let isWhole: Bool
  /// What rounding adds is forgiven.
  private static let slack = 1e-9

  init(_ series: Series) {
    (gathering, range) = (series.gathering, series.range)
    isWhole = series.unit.form == .whole && (gathering == .flow || gathering == .stock)
  }

  /// Whether a reading can be that number.
  func hold(_ value: Double) -> Bool {
    guard value.isFinite, value >= range.lowerBound - Self.slack, value <= range.upperBound + Self.slack
    else { return false }
    return !isWhole || abs(value - value.rounded()) <= Self.slack
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
