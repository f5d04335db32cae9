import Statistics

/// Single records of a month and of the financial year so far, for quantiles. No record is below 0.
///
/// What is still under way at the month's end counts as long as it has lasted by then: in the month, and in the year up to
/// that month, but no longer in the months after.
struct Records: Forgetting {
  private var month = SortedRecords()
  private var year = SortedRecords()
  private var underWay = SortedRecords()
  private var isClosed = false

  @inline(__always)
  mutating func add(_ value: Double) { month.add(value) }

  /// Adds what is still under way at the month's end.
  mutating func addUnderWay(_ value: Double) { underWay.add(value) }

  /// The p-quantile of the month and of the year so far; from the first one on the month is closed.
  mutating func quantile(_ p: Double) -> (month: Double, year: Double) {
    if !isClosed {
      month.sort()
      year.merge(month)
      underWay.sort()
      month.merge(underWay)
      isClosed = true
    }
    guard underWay.count > 0 else { return (month.quantile(p), year.quantile(p)) }
    var soFar = year
    soFar.merge(underWay)
    return (month.quantile(p), soFar.quantile(p))
  }

  mutating func forget(_ closed: Month) {
    isClosed = false
    month.removeAll()
    underWay.removeAll()
    if closed.endsYear { year.removeAll() }
  }
}

/// Records in order. Most waits are none at all: a record of 0 is counted, not kept.
private struct SortedRecords {
  private var zeros = 0
  /// The records above 0, in ascending order once they have been sorted.
  private var others: [Double] = []

  var count: Int { zeros + others.count }

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
    let count = count
    guard count > 0 else { return .nan }
    return Sample.quantile(count: count, p) { place in place < zeros ? 0 : others[place - zeros] }
  }
}

/// Counts over the month and over the twelve months to its end.
struct TwelveMonths: Forgetting {
  private var sums: InlineArray<12, Double> = .init(repeating: 0)
  private var closed = 0

  @inline(__always)
  mutating func add(_ value: Double) { sums[closed % 12] += value }

  /// The month's count.
  var month: Double { sums[closed % 12] }

  /// The count over twelve months, or NaN before they have passed.
  var total: Double {
    guard closed >= 11 else { return .nan }
    var total = 0.0
    for month in 0..<12 { total += sums[month] }
    return total
  }

  mutating func forget(_ month: Month) {
    if !month.isOpening { closed += 1 }
    sums[closed % 12] = 0
  }
}
