import Dates
import Parameters
import Results

/// How closely what came of each future follows what was drawn for it, input by input.
struct MeasuredInfluence: Sendable {
  /// What came of a future: a measure's last reading.
  let outcome: String
  /// How many futures it is measured over.
  let count: Int
  /// Rank correlation of each input's draws with it, by the input's path.
  let correlations: [String: Double]

  /// From the readings of every future, where the folder keeps them.
  ///
  /// - Returns: nil where it does not, or nothing was drawn.
  init?(_ result: ResultSet, in folder: BoundFolder) throws(ReadFailure) {
    guard !result.draws.isEmpty, let start = CivilDate(iso: result.manifest.startDate),
      let headline = result.series.headlines.first(where: { $0.hasFan }), try RawReader.isThere(folder)
    else { return nil }
    let series = result.series[headline.place]
    guard series.gathering.isReadAtDate else { return nil }
    let readings = try RawReader.read(folder, start: start) { measure, breakdown in
      measure == series.measure && breakdown == series.breakdown
    }
    guard let place = readings.place(series.measure, series.breakdown) else { return nil }
    let last = Dictionary(
      readings.replications.enumerated().compactMap { index, number in
        readings.months(of: place, in: index).last.map { (number, $0) }
      }, uniquingKeysWith: { first, _ in first })
    self.init(outcome: series.whole(headline.label), drawn: result.draws, last: last)
  }

  /// From the last reading of each future, by its number.
  init(outcome: String, drawn: [DrawRow], last: [Int: Double]) {
    self.outcome = outcome
    count = last.count
    correlations = Dictionary(grouping: drawn, by: \.path).compactMapValues { rows in
      let pairs = rows.compactMap { row in last[row.replication].map { (row.value, $0) } }
        .filter { $0.0.isFinite && $0.1.isFinite }
      return Self.rankCorrelation(pairs.map(\.0), pairs.map(\.1))
    }
  }

  /// Spearman's; nil with fewer than three pairs, or where one side never varies.
  static func rankCorrelation(_ one: [Double], _ other: [Double]) -> Double? {
    guard one.count == other.count, one.count > 2 else { return nil }
    let (left, right) = (ranks(one), ranks(other))
    let middle = Double(one.count + 1) / 2
    var (both, ofLeft, ofRight) = (0.0, 0.0, 0.0)
    for (a, b) in zip(left, right) {
      both += (a - middle) * (b - middle)
      ofLeft += (a - middle) * (a - middle)
      ofRight += (b - middle) * (b - middle)
    }
    let size = (ofLeft * ofRight).squareRoot()
    return size > 0 ? both / size : nil
  }

  /// Ranks from 1; those of equal values are the middle of theirs.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = Array(repeating: 0.0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    return ranks
  }
}
