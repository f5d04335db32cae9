import Dates

/// Readings of some series at every month end of every replication: what evidence is drawn from.
package struct MonthlyReadings: Sendable {
  /// One series over all replications.
  package struct Series: Sendable {
    package let measure: String
    package let breakdown: String
    /// One per replication; not a number where the start has no reading.
    package var opening: [Double] = []
    /// `values[replication * months + month]`; not a number where there was nothing to read.
    package var values: [Double] = []

    package init(measure: String, breakdown: String) {
      self.measure = measure
      self.breakdown = breakdown
    }
  }

  /// The month ends, in order.
  package let months: [CivilDate]
  /// Numbers of the replications, in order.
  package let replications: [Int]
  package private(set) var series: [Series]
  private var places: [String: Int] = [:]

  package init(months: [CivilDate], replications: [Int], series: [Series]) {
    (self.months, self.replications, self.series) = (months, replications, series)
    for (place, one) in series.enumerated() {
      precondition(
        one.values.count == months.count * replications.count && one.opening.count == replications.count,
        "a series has one reading for each month of each replication")
      places[Self.key(one.measure, one.breakdown)] = place
    }
  }

  package var count: Int { replications.count }

  /// The place of a series, or nil.
  package func place(_ measure: String, _ breakdown: String = "") -> Int? {
    places[Self.key(measure, breakdown)]
  }

  /// The readings of one replication, month by month.
  package func months(of series: Int, in replication: Int) -> ArraySlice<Double> {
    let start = replication * months.count
    return self.series[series].values[start..<(start + months.count)]
  }

  /// Only the first replications.
  package func first(_ wanted: Int) -> MonthlyReadings {
    let kept = min(wanted, count)
    let cut = series.map { one in
      var short = one
      short.opening = Array(one.opening.prefix(kept))
      short.values = Array(one.values.prefix(kept * months.count))
      return short
    }
    return MonthlyReadings(months: months, replications: Array(replications.prefix(kept)), series: cut)
  }

  /// The financial years, each with the places of its months.
  package var financialYears: [(label: String, months: Range<Int>)] {
    Dates.FinancialYear.spans(of: months).map { ($0.label, $0.places) }
  }

  /// Days of each month, from the month end before it.
  package var days: [Double] {
    months.map { end in
      let (year, month, _) = end.civil
      return Double(end.dayNumber - CivilDate(year, month, 1).dayNumber + 1)
    }
  }

  package static func key(_ measure: String, _ breakdown: String) -> String { measure + "\u{1F}" + breakdown }
}
