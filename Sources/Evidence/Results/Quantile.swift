import Statistics

/// Quantiles by the rule of the results: linear between order statistics.
enum Quantile {
  /// The p-quantile of numbers in ascending order, of which there is at least one.
  static func of(_ sorted: [Double], _ p: Double) -> Double { Sample.quantile(sorted: sorted, p) }

  /// The same of numbers in any order; not a number where there is none.
  static func of(any numbers: [Double], _ p: Double) -> Double {
    let sorted = numbers.filter(\.isFinite).sorted()
    return sorted.isEmpty ? .nan : Sample.quantile(sorted: sorted, p)
  }
}
