/// Running count, mean and spread of a series of numbers, in one pass and constant memory.
///
/// The mean is updated by the deviation of each new number (B. P. Welford, "Note on a method for calculating corrected
/// sums of squares and products", Technometrics 4(3), 1962), so that a small spread about a large mean keeps its digits.
/// Two tallies are joined with the pairwise rule of T. F. Chan, G. H. Golub and R. J. LeVeque (1979).
@frozen
public struct Tally: Sendable, Hashable, BitwiseCopyable {
  @usableFromInline var number: Int
  @usableFromInline var runningMean: Double
  /// Sum of squared deviations from the mean, in squared units of the data.
  @usableFromInline var squares: Double
  @usableFromInline var smallest: Double
  @usableFromInline var largest: Double

  /// How many numbers were added.
  @inlinable public var count: Int { number }

  /// A tally of nothing yet.
  @inlinable
  public init() {
    number = 0
    runningMean = 0
    squares = 0
    smallest = .infinity
    largest = -.infinity
  }

  /// A tally of these numbers, added in order.
  @inlinable
  public init(_ numbers: some Sequence<Double>) {
    self.init()
    for value in numbers { add(value) }
  }

  /// Adds one number.
  @inlinable
  public mutating func add(_ value: Double) {
    number += 1
    let deviation = value - runningMean
    runningMean += deviation / Double(count)
    squares += deviation * (value - runningMean)
    smallest = Swift.min(smallest, value)
    largest = Swift.max(largest, value)
  }

  /// Adds everything another tally has seen, as though its numbers had been added here.
  @inlinable
  public mutating func merge(_ other: Tally) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let here = Double(count)
    let there = Double(other.count)
    let distance = other.runningMean - runningMean
    number += other.count
    runningMean += distance * there / (here + there)
    squares += other.squares + distance * distance * here * there / (here + there)
    smallest = Swift.min(smallest, other.smallest)
    largest = Swift.max(largest, other.largest)
  }

  /// Arithmetic mean; not a number while empty.
  @inlinable public var mean: Double { count > 0 ? runningMean : .nan }

  /// Sum of the numbers; zero while empty.
  @inlinable public var sum: Double { runningMean * Double(count) }

  /// Sample variance with divisor `count - 1`; not a number below two numbers.
  @inlinable public var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }

  /// Square root of the sample variance; not a number below two numbers.
  @inlinable public var standardDeviation: Double { variance.squareRoot() }

  /// Standard error of the mean of independent numbers; not a number below two numbers.
  @inlinable public var standardError: Double { (variance / Double(count)).squareRoot() }

  /// Smallest number; not a number while empty.
  @inlinable public var min: Double { count > 0 ? smallest : .nan }

  /// Largest number; not a number while empty.
  @inlinable public var max: Double { count > 0 ? largest : .nan }
}
