import Dates
import Parameters
import Results

/// Yearly figures of the replications that two results have in common: the same numbers from the same seed, so that each
/// pair meets the same children and workers.
struct PairedYears {
  private let first, second: MonthlyReadings
  private let gathering: [String: Series.Gathering]

  /// Reads the readings of both, of the series of these figures.
  ///
  /// - Throws: what is wrong with a file that is there.
  init(_ first: StoredResult, _ second: StoredResult, _ wanted: [SeriesRow]) throws(ReadFailure) {
    let keys = Set(wanted.map { MonthlyReadings.key($0.measure, $0.breakdown) })
    func readings(_ result: StoredResult) throws(ReadFailure) -> MonthlyReadings {
      let start = CivilDate(iso: result.manifest.startDate) ?? CivilDate(dayNumber: 0)
      return try RawReader.read(result.bound, start: start) { keys.contains(MonthlyReadings.key($0, $1)) }
    }
    (self.first, self.second) = (try readings(first), try readings(second))
    gathering = Dictionary(
      first.opening.map {
        (MonthlyReadings.key($0.series.measure, $0.series.breakdown), $0.series.gathering)
      },
      uniquingKeysWith: { one, _ in one })
  }

  /// Whether the nth replication of one meets the same children and workers as the nth of the other.
  static func arePairs(_ first: Manifest, _ second: Manifest) -> Bool {
    first.seed == second.seed && first.generator == second.generator
      && first.modelVersion == second.modelVersion && first.startDate == second.startDate
      && first.endDate == second.endDate
  }

  /// The year's figure of each replication in common, of the first and of the second; nil where a year's figure cannot be
  /// worked out from the readings, as that of a rate, which is a ratio of sums.
  func values(
    _ one: SeriesRow, _ other: SeriesRow
  ) -> (first: [Double], second: [Double])? {
    guard let mine = values(one, in: first), let theirs = values(other, in: second) else { return nil }
    let common = zip(mine, theirs).filter { $0.isFinite && $1.isFinite }
    return common.count < 2 ? nil : (common.map(\.0), common.map(\.1))
  }

  /// A year's figure by replication; nil where their mean is not the one in the table.
  private func values(_ row: SeriesRow, in readings: MonthlyReadings) -> [Double]? {
    guard let place = readings.place(row.measure, row.breakdown), let months = months(row, in: readings),
      let last = months.last
    else { return nil }
    let isSum = gathering[MonthlyReadings.key(row.measure, row.breakdown)] == .flow
    let values = readings.replications.indices.map { replication -> Double in
      let own = readings.months(of: place, in: replication)
      return isSum ? months.reduce(0) { $0 + own[own.startIndex + $1] } : own[own.startIndex + last]
    }
    let finite = values.filter(\.isFinite)
    guard finite.count == row.estimate.n, row.estimate.n > 0 else { return nil }
    let mean = finite.reduce(0, +) / Double(finite.count)
    let size = max(row.estimate.mean.magnitude, finite.map(\.magnitude).max() ?? 0)
    return abs(mean - row.estimate.mean) <= 1e-9 * size ? values : nil
  }

  private func months(_ row: SeriesRow, in readings: MonthlyReadings) -> Range<Int>? {
    guard let year = row.workforceYear else {
      return readings.financialYears.first { $0.label == row.financialYear }?.months
    }
    guard let end = readings.months.firstIndex(of: CivilDate(year, 9, 30)) else { return nil }
    return max(0, end - 11)..<(end + 1)
  }
}
