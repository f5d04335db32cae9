/// Facts about a sample of numbers.
public enum Sample {
  /// The p-quantile of numbers in ascending order: linear between the order statistics at `(n - 1) p`, which is type 7
  /// of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50(4), 1996.
  ///
  /// There must be at least one number, and p must lie in 0...1. Constant time.
  public static func quantile(sorted: [Double], _ p: Double) -> Double {
    quantile(count: sorted.count, p) { sorted[$0] }
  }

  /// The p-quantile (type 7) of `count` numbers, the first at place 0, that `ascending` names by their place.
  ///
  /// There must be at least one number, and p must lie in 0...1. Two numbers are asked for at most.
  public static func quantile(count: Int, _ p: Double, ascending number: (Int) -> Double) -> Double {
    precondition(count > 0, "A quantile needs at least one number.")
    precondition(p >= 0 && p <= 1, "A quantile's probability lies between 0 and 1.")
    let place = Double(count - 1) * p
    let below = Int(place)
    guard below + 1 < count else { return number(count - 1) }
    let lower = number(below)
    return lower + (place - Double(below)) * (number(below + 1) - lower)
  }

  /// Several quantiles of numbers in any order (type 7), sorting once. Same conditions as for one quantile.
  public static func quantiles(_ numbers: [Double], _ probabilities: [Double]) -> [Double] {
    let sorted = numbers.sorted()
    return probabilities.map { quantile(sorted: sorted, $0) }
  }

  /// Mean of the worst `1 - p` of numbers in ascending order, where worst is largest.
  ///
  /// It is the integral of the stepped sample quantile above p, so an order statistic that straddles p counts in part
  /// (C. Acerbi and D. Tasche, "On the coherence of expected shortfall", Journal of Banking and Finance 26, 2002).
  /// There must be at least one number, and p must lie in 0..<1; at 0 it is the mean.
  public static func expectedShortfall(sorted: [Double], _ p: Double) -> Double {
    precondition(!sorted.isEmpty, "An expected shortfall needs at least one number.")
    precondition(p >= 0 && p < 1, "An expected shortfall's probability lies from 0 up to, not including, 1.")
    let cut = Double(sorted.count) * p
    let straddling = min(Int(cut), sorted.count - 1)
    var total = (Double(straddling + 1) - cut) * sorted[straddling]
    for number in sorted[(straddling + 1)...] { total += number }
    return total / (Double(sorted.count) - cut)
  }

  /// Pearson correlation of two series of equal length, from -1 to 1; nil below two pairs, or where a series is
  /// constant.
  public static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    precondition(first.count == second.count, "A correlation needs series of equal length.")
    let one = Tally(first)
    let two = Tally(second)
    guard one.count > 1, one.variance > 0, two.variance > 0 else { return nil }
    var products = 0.0
    for (x, y) in zip(first, second) { products += (x - one.mean) * (y - two.mean) }
    let bound = products / Double(one.count - 1) / (one.standardDeviation * two.standardDeviation)
    return max(-1, min(1, bound))
  }
}
