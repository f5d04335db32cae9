/// Running covariance of pairs of numbers, in one pass and constant memory.
public struct Covariance: Sendable {
  public private(set) var count = 0
  private var first = 0.0
  private var second = 0.0
  private var products = 0.0

  public init() {}

  /// Adds one pair.
  public mutating func add(_ one: Double, _ two: Double) {
    count += 1
    let deviation = one - first
    first += deviation / Double(count)
    second += (two - second) / Double(count)
    products += deviation * (two - second)
  }

  /// Sample covariance with divisor `count - 1`; not a number below two pairs.
  public var covariance: Double { count > 1 ? products / Double(count - 1) : .nan }
}
