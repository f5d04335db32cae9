/// A closed interval of real numbers, such as a confidence interval.
public struct Interval: Sendable, Hashable, BitwiseCopyable {
  /// Lower end.
  public var lower: Double
  /// Upper end.
  public var upper: Double

  /// An interval from its ends.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// An interval reaching equally far to either side.
  public init(centre: Double, halfWidth: Double) {
    self.init(lower: centre - halfWidth, upper: centre + halfWidth)
  }

  /// Middle of the interval.
  public var centre: Double { (lower + upper) / 2 }

  /// Distance from the middle to either end.
  public var halfWidth: Double { (upper - lower) / 2 }

  /// Whether the number lies inside, ends included.
  public func contains(_ number: Double) -> Bool { lower <= number && number <= upper }
}
