/// Several tests at once.
public enum MultipleComparisons {
  /// Holm's step-down adjustment of p-values, in the order given: an adjusted value at or below a significance level
  /// rejects while the chance of any false rejection stays at that level, whatever the dependence (S. Holm,
  /// Scandinavian Journal of Statistics 6, 1979). Each value lies in 0...1, and so does each answer.
  public static func holm(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 }, "A p-value lies between 0 and 1.")
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var floor = 0.0
    for (rank, index) in order.enumerated() {
      floor = max(floor, min(1, Double(pValues.count - rank) * pValues[index]))
      adjusted[index] = floor
    }
    return adjusted
  }

  /// The false discovery rate at which each test would just be told, in the order given: of those whose answer is at or
  /// below 0.05, no more than a twentieth is expected to be chance (Y. Benjamini and Y. Hochberg, Journal of the Royal
  /// Statistical Society B 57, 1995; for tests that are independent or rise and fall together). Each value lies in 0...1,
  /// and so does each answer.
  public static func falseDiscoveryRate(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 }, "A p-value lies between 0 and 1.")
    let order = pValues.indices.sorted { (pValues[$0], $0) > (pValues[$1], $1) }
    var adjusted = pValues
    var ceiling = 1.0
    for (place, index) in order.enumerated() {
      let rank = Double(pValues.count - place)
      ceiling = min(ceiling, Double(pValues.count) / rank * pValues[index])
      adjusted[index] = ceiling
    }
    return adjusted
  }
}
