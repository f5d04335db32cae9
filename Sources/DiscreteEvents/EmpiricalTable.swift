/// Values and the running totals of their weights, in ascending order of value.
@frozen
@usableFromInline
struct EmpiricalTable: Sendable, Equatable {
  @usableFromInline let values: [Double]
  /// Running totals of the weights.
  @usableFromInline let cumulative: [Double]
  /// Running totals of weight times value: the length-biased law's.
  @usableFromInline let lengthBiased: [Double]

  init(values: [Double], weights: [Double]) {
    precondition(values.count == weights.count, "Every value of an empirical table needs one weight.")
    precondition(
      zip(values, weights).allSatisfy { $0.isFinite && $1.isFinite && $1 >= 0 },
      "An empirical table's values must be numbers, and its weights 0 or more.")
    let rows = zip(values, weights).filter { $1 > 0 }.sorted { $0.0 < $1.0 }
    precondition(!rows.isEmpty, "An empirical table needs at least one value of weight above 0.")
    self.values = rows.map(\.0)
    cumulative = Self.runningTotals(rows.map(\.1))
    lengthBiased = Self.runningTotals(rows.map { $0.0 * $0.1 })
  }

  private init(values: [Double], cumulative: [Double], lengthBiased: [Double]) {
    self.values = values
    self.cumulative = cumulative
    self.lengthBiased = lengthBiased
  }

  /// The same weights on values times that factor, above 0.
  func scaled(by factor: Double) -> EmpiricalTable {
    EmpiricalTable(
      values: values.map { $0 * factor }, cumulative: cumulative,
      lengthBiased: lengthBiased.map { $0 * factor })
  }

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
