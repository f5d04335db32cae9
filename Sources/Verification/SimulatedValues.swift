import Experiments
import Parameters
import ScenarioFiles
import ServiceModel

/// The values of a case's readings, one per replication, taken batch by batch so that no more than a batch of
/// replications is kept.
struct SimulatedValues {
  let readings: [ExpectedReading]
  private let months: Range<Int>
  private let watched: [Series]
  private let series: [[Int]]
  private let overSeries: [[Int]]
  private(set) var values: [[Double]]
  private(set) var others: [[Double]]

  /// Finds each series by name; one that is not watched, or a month beyond the run, is a mistake in the case.
  init(
    _ readings: [ExpectedReading], caseID: String, watched: [Series], months: Int, warmUp: Int
  ) throws(VerificationError) {
    self.readings = readings
    self.months = warmUp..<months
    self.watched = watched
    series = try readings.map { reading throws(VerificationError) in
      try Self.find(reading.series, caseID: caseID, watched: watched)
    }
    overSeries = try readings.map { reading throws(VerificationError) in
      try reading.over.map { over throws(VerificationError) in
        try Self.find(over, caseID: caseID, watched: watched)
      } ?? []
    }
    for reading in readings {
      if let last = reading.lastMonth, last > months {
        throw VerificationError(
          caseID, "'\(reading.name)' is asked for in month \(last), but the run has \(months) months")
      }
    }
    values = readings.map { _ in [] }
    others = values
  }

  private static func find(
    _ wanted: ExpectedReading.Series, caseID: String, watched: [Series]
  ) throws(VerificationError) -> [Int] {
    try wanted.breakdowns.map { breakdown throws(VerificationError) in
      if let place = watched.place(of: wanted.measure, breakdown) { return place }
      let breakdowns = watched.filter { $0.measure == wanted.measure }.map { "\"\($0.breakdown)\"" }
      throw VerificationError(
        caseID,
        breakdowns.isEmpty
          ? "there is no measure '\(wanted.measure)'"
            + Suggestion.ending(wanted.measure, among: watched.map(\.measure))
          : "'\(wanted.measure)' has no breakdown \"\(breakdown)\"; it has \(breakdowns.joined(separator: ", "))"
      )
    }
  }

  /// Takes what the readings want from finished replications.
  mutating func take(_ outcomes: [ReplicationOutcome]) {
    let gathered = Gathered(outcomes, watched: watched)
    for index in readings.indices {
      values[index] += take(series[index], readings[index].when, gathered, outcomes)
      if !overSeries[index].isEmpty {
        others[index] += take(overSeries[index], readings[index].when, gathered, outcomes)
      }
    }
  }

  private func take(
    _ series: [Int], _ when: ExpectedReading.When, _ gathered: Gathered, _ outcomes: [ReplicationOutcome]
  ) -> [Double] {
    var sums = Array(repeating: 0.0, count: outcomes.count)
    for number in series {
      let values =
        switch when {
        case .longRun: gathered.longRun(number, months)
        case .opening: outcomes.map { $0.opening[number] }
        case .month(let month): gathered.month(number, month - 1)
        case .months(let range): gathered.span(number, (range.lowerBound - 1)..<range.upperBound)
        }
      for (place, value) in values.enumerated() { sums[place] += value }
    }
    return sums
  }

  /// The row of one reading, from all replications taken so far.
  ///
  /// - Parameter versus: the same readings of the case's second scenario, where it has one.
  func row(_ index: Int, of item: VerificationCase, versus: SimulatedValues?) -> VerificationRow {
    let reading = readings[index]
    var values = values[index]
    var others = others[index]
    if let versus {
      switch reading.side {
      case .scenario: break
      case .versus: (values, others) = (versus.values[index], versus.others[index])
      case .difference: values = zip(versus.values[index], values).map { $0 - $1 }
      case .ratio: (values, others) = (versus.values[index], values)
      }
    }
    let scaled = values.map { $0 * reading.scale + reading.offset }
    let estimate: StatisticEstimate
    switch reading.statistic {
    case .law(let law): return VerificationRow(item, reading, LawTest(scaled, law))
    case .mean where !others.isEmpty:
      let ratio = StatisticEstimate.ratio(values, over: others)
      estimate = StatisticEstimate(
        value: ratio.value * reading.scale + reading.offset,
        standardError: ratio.standardError * abs(reading.scale), freedom: ratio.freedom)
    case .mean: estimate = .mean(scaled)
    case .variance: estimate = .ofMoments(scaled) { $1 }
    case .sd: estimate = .ofMoments(scaled) { $1.squareRoot() }
    case .varianceOverMean: estimate = .ofMoments(scaled) { $1 / $0 }
    case .share(let least): estimate = .share(scaled, atLeast: least, exact: reading.value)
    case .quantile(let p): estimate = .quantile(scaled, p)
    }
    return VerificationRow(item, reading, estimate)
  }
}

extension ExpectedReading {
  /// The last month it looks at; nil where it takes what there is.
  var lastMonth: Int? {
    switch when {
    case .longRun, .opening: nil
    case .month(let month): month
    case .months(let range): range.upperBound
    }
  }
}
