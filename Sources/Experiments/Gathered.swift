import Parameters
import ServiceModel

/// Values of one series over the replications: by month, by year, and over a span of months.
package struct Gathered: Sendable {
  let outcomes: [ReplicationOutcome]
  let watched: [Series]

  package init(_ outcomes: [ReplicationOutcome], watched: [Series]) {
    self.outcomes = outcomes
    self.watched = watched
  }

  /// One value per replication for a month; NaN where there was nothing to read.
  package func month(_ series: Int, _ month: Int) -> [Double] {
    outcomes.map { value(series, month, of: $0) }
  }

  /// The value of one replication for a month; not a number where there was nothing to read.
  package func value(_ series: Int, _ month: Int, of outcome: ReplicationOutcome) -> Double {
    let place = month * outcome.readings.seriesCount + series
    let value = outcome.readings.numerators[place]
    switch watched[series].gathering {
    case .flow, .stock, .distribution: return value
    case .rate, .stockRate: return ratio(value, outcome.readings.denominators[place])
    }
  }

  /// One value per replication for a span of months, gathered as the series' kind says: flows summed, stocks and
  /// their ratios at the end, rates as a ratio of sums.
  package func span(_ series: Int, _ months: Range<Int>) -> [Double] {
    let last = months.upperBound - 1
    switch watched[series].gathering {
    case .stock, .stockRate: return month(series, last)
    case .flow: return outcomes.map { sum($0, series, months).numerator }
    case .rate:
      return outcomes.map { outcome in
        let sums = sum(outcome, series, months)
        return ratio(sums.numerator, sums.denominator)
      }
    case .distribution:
      return outcomes.map { $0.readings.denominators[last * $0.readings.seriesCount + series] }
    }
  }

  /// One value per replication: the average over a span of months of what the series says. Stocks are averaged
  /// over month ends, flows are per month, rates and ratios are ratios of sums over the months in which there was
  /// something to read: a rate of twelve months has none in its first eleven.
  package func longRun(_ series: Int, _ months: Range<Int>) -> [Double] {
    let isRatio = watched[series].gathering == .rate || watched[series].gathering == .stockRate
    return outcomes.map { outcome in
      let sums = sum(outcome, series, months, isRead: isRatio)
      switch watched[series].gathering {
      case .flow, .stock, .distribution: return sums.numerator / Double(months.count)
      case .rate, .stockRate: return ratio(sums.numerator, sums.denominator)
      }
    }
  }

  private func sum(
    _ outcome: ReplicationOutcome, _ series: Int, _ months: Range<Int>, isRead: Bool = false
  ) -> (numerator: Double, denominator: Double) {
    var numerator = 0.0
    var denominator = 0.0
    for month in months {
      let place = month * outcome.readings.seriesCount + series
      if isRead, outcome.readings.numerators[place].isNaN { continue }
      numerator += outcome.readings.numerators[place]
      denominator += outcome.readings.denominators[place]
    }
    return (numerator, denominator)
  }

  private func ratio(_ numerator: Double, _ denominator: Double) -> Double {
    denominator == 0 ? .nan : numerator / denominator
  }
}
