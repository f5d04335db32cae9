import Synchronization

/// Values and the running totals of their weights, in ascending order of value.
///
/// A table that was once made is kept to the end of the process, and found again by who makes the same: so a law is a
/// plain value, and drawing from it counts no owners. A scenario has a handful of tables of some hundred bytes.
@frozen
@usableFromInline
struct EmpiricalTable: BitwiseCopyable, Equatable, @unchecked Sendable {
  @usableFromInline let values: UnsafeBufferPointer<Double>
  /// Running totals of the weights.
  @usableFromInline let cumulative: UnsafeBufferPointer<Double>
  /// Running totals of weight times value: the length-biased law's.
  @usableFromInline let lengthBiased: UnsafeBufferPointer<Double>

  private static let kept = Mutex<[[[Double]]: EmpiricalTable]>([:])

  /// The table of those values and weights.
  static func of(values: [Double], weights: [Double]) -> EmpiricalTable {
    precondition(values.count == weights.count, "Every value of an empirical table needs one weight.")
    precondition(
      zip(values, weights).allSatisfy { $0.isFinite && $1.isFinite && $1 >= 0 },
      "An empirical table's values must be numbers, and its weights 0 or more.")
    let rows = zip(values, weights).filter { $1 > 0 }.sorted { $0.0 < $1.0 }
    precondition(!rows.isEmpty, "An empirical table needs at least one value of weight above 0.")
    let columns = [rows.map(\.0), runningTotals(rows.map(\.1)), runningTotals(rows.map { $0.0 * $0.1 })]
    return kept.withLock { kept in
      let table = kept[columns] ?? EmpiricalTable(keeping: columns)
      kept[columns] = table
      return table
    }
  }

  private init(keeping columns: [[Double]]) {
    func keep(_ column: [Double]) -> UnsafeBufferPointer<Double> {
      let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: column.count)
      _ = memory.initialize(from: column)
      return UnsafeBufferPointer(memory)
    }
    values = keep(columns[0])
    cumulative = keep(columns[1])
    lengthBiased = keep(columns[2])
  }

  /// Each table stands in one place.
  @usableFromInline
  static func == (left: Self, right: Self) -> Bool { left.values.baseAddress == right.values.baseAddress }

  /// The weight-averaged value of some function of the values.
  func average(_ function: (Double) -> Double) -> Double {
    var total = 0.0
    var before = 0.0
    for (value, reached) in zip(values, cumulative) {
      total += (reached - before) * function(value)
      before = reached
    }
    return total / before
  }

  /// The share of the weight at or below that value.
  func share(upTo limit: Double) -> Double {
    let count = values.prefix { $0 <= limit }.count
    return count == 0 ? 0 : cumulative[count - 1] / cumulative[cumulative.count - 1]
  }

  private static func runningTotals(_ terms: [Double]) -> [Double] {
    var total = 0.0
    return terms.map { term in
      total += term
      return total
    }
  }
}
