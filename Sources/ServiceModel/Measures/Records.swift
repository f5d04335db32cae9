import Statistics

/// Single records of a month and of the financial year so far, for quantiles. No record is below 0.
struct Records {
  private var month = SortedRecords()
  private var year = SortedRecords()

  @inline(__always)
  mutating func add(_ value: Double) { month.add(value) }

  /// Forgets everything.
  mutating func clear() {
    month.removeAll()
    year.removeAll()
  }

  /// Takes the month into the year and puts both in order; call once, before reading quantiles.
  mutating func closeMonth() {
    month.sort()
    year.merge(month)
  }

  /// Writes the quantile of the month and of the year so far.
  func write(_ series: Int, _ p: Double, _ index: Int, into readings: inout Readings) {
    readings.set(series, index, month.quantile(p), over: year.quantile(p))
  }

  /// Begins the next month, and the next year after its last.
  mutating func startMonth(newYear: Bool) {
    month.removeAll()
    if newYear { year.removeAll() }
  }
}

/// Records in order. Most waits are none at all: a record of 0 is counted, not kept.
private struct SortedRecords {
  private var zeros = 0
  /// The records above 0, in ascending order once they have been sorted.
  private var others: [Double] = []

  @inline(__always)
  mutating func add(_ value: Double) {
    if value == 0 {
      zeros += 1
    } else {
      others.append(value)
    }
  }

  mutating func removeAll() {
    zeros = 0
    others.removeAll(keepingCapacity: true)
  }

  mutating func sort() { others.sort() }

  /// Takes in more records; both must be in order.
  mutating func merge(_ more: Self) {
    zeros += more.zeros
    var mine = others.count - 1
    others.append(contentsOf: more.others)
    var theirs = more.others.count - 1
    others.withUnsafeMutableBufferPointer { merged in
      more.others.withUnsafeBufferPointer { added in
        // From the largest down, so that nothing is overwritten before it has been moved.
        while theirs >= 0, mine >= 0 {
          if merged[mine] > added[theirs] {
            merged[mine + theirs + 1] = merged[mine]
            mine -= 1
          } else {
            merged[mine + theirs + 1] = added[theirs]
            theirs -= 1
          }
        }
        while theirs >= 0 {
          merged[theirs] = added[theirs]
          theirs -= 1
        }
      }
    }
  }

  /// The p-quantile, or NaN where there is no record.
  func quantile(_ p: Double) -> Double {
    let count = zeros + others.count
    guard count > 0 else { return .nan }
    return Sample.quantile(count: count, p) { place in place < zeros ? 0 : others[place - zeros] }
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
