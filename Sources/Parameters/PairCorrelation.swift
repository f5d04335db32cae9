/// How two uncertain values go together: the correlation of their normal scores, from -1 to 1.
///
/// A normal score is the point of the standard normal distribution at the same depth. Between two normal values this is
/// the ordinary correlation, and between two lognormal ones that of their logarithms.
public struct PairCorrelation: Sendable, Hashable {
  /// The paths, in the order of the alphabet.
  public let first, second: String
  public let correlation: Double

  /// The order in which the two are given does not matter.
  public init(_ one: String, _ other: String, _ correlation: Double) {
    (first, second) = one < other ? (one, other) : (other, one)
    self.correlation = correlation
  }

  /// The partner of a path in this pair; nil where the path is not in it.
  public func partner(of path: String) -> String? {
    path == first ? second : path == second ? first : nil
  }
}
