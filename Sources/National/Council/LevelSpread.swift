import Foundation

/// How much a council's level changes from three years to the next three: what a value that rests on the last three years
/// is uncertain by.
///
/// The standard deviation, over councils and years, of the change of the logarithm of the mean of three years; from the
/// middle half of changes, so that a few recording errors do not widen it.
enum LevelSpread {
  private static let span = 3
  /// The middle half of a normal law is so many standard deviations wide.
  private static let middleHalf = 1.349

  /// Of a measure, or of its ratio to another; nil where too little is known.
  ///
  /// - Parameter last: the newest year of which a measure's figures are known.
  static func of(
    _ name: String, over other: String? = nil, in table: NationalTable, upTo last: (NationalMeasure) -> Int
  ) -> Double? {
    guard let measure = NationalMeasure.named(name) else { return nil }
    let below = other.flatMap(NationalMeasure.named)
    let newest = min(last(measure), below.map(last) ?? .max)
    func level(_ code: String, _ years: ClosedRange<Int>) -> Double? {
      var logs: [Double] = []
      for year in years {
        guard let value = table.figure(measure, code, year).value, value > 0 else { continue }
        guard let below else {
          logs.append(log(value))
          continue
        }
        if let divisor = table.figure(below, code, year).value, divisor > 0 {
          logs.append(log(value / divisor))
        }
      }
      return logs.count >= 2 ? logs.reduce(0, +) / Double(logs.count) : nil
    }
    var changes: [Double] = []
    for council in table.real {
      for end in table.years where end + span <= newest {
        guard let before = level(council.code, (end - span + 1)...end),
          let after = level(council.code, (end + 1)...(end + span))
        else { continue }
        changes.append(after - before)
      }
    }
    guard changes.count >= 40 else { return nil }
    changes.sort()
    let (low, high) = (changes[changes.count / 4], changes[changes.count * 3 / 4])
    return min((high - low) / middleHalf, 1)
  }
}
