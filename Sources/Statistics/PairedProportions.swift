/// Two yes-or-no outcomes of the same trials, such as whether an event happened in a future with a control and in the
/// same future without it.
///
/// Only the pairs that differ tell anything of the difference (Q. McNemar, Psychometrika 12, 1947). The interval adds
/// half a pair to each of the four kinds of pairs (A. Agresti and Y. Min, Statistics in Medicine 24, 2005): it has a
/// width even where no pair differs.
public struct PairedProportions: Sendable, Hashable, BitwiseCopyable {
  /// Pairs in which only the first outcome happened, and only the second.
  public let onlyFirst, onlySecond: Int
  /// All pairs: one or more.
  public let pairs: Int

  /// Outcomes by their counts, which are no larger together than the pairs.
  public init(onlyFirst: Int, onlySecond: Int, pairs: Int) {
    precondition(
      onlyFirst >= 0 && onlySecond >= 0 && pairs >= 1 && onlyFirst + onlySecond <= pairs,
      "Pairs that differ are no more than all pairs.")
    (self.onlyFirst, self.onlySecond, self.pairs) = (onlyFirst, onlySecond, pairs)
  }

  /// Pairs two series of equal length; nil without a pair or for unequal lengths.
  public init?(_ first: [Bool], _ second: [Bool]) {
    guard first.count == second.count, !first.isEmpty else { return nil }
    self.init(
      onlyFirst: zip(first, second).count { $0 && !$1 }, onlySecond: zip(first, second).count { !$0 && $1 },
      pairs: first.count)
  }

  /// Share of the first less share of the second, from -1 to 1.
  public var difference: Double { Double(onlyFirst - onlySecond) / Double(pairs) }

  /// Interval of the difference, within -1 to 1.
  public func interval(confidence: Double = 0.95) -> Interval {
    let size = Double(pairs + 2)
    let net = Double(onlyFirst - onlySecond)
    let variance = Double(onlyFirst + onlySecond + 1) - net * net / size
    let half = CriticalValue.normal(confidence: confidence) * variance.squareRoot() / size
    return Interval(lower: max(-1, net / size - half), upper: min(1, net / size + half))
  }
}
