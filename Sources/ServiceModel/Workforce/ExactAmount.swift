/// An amount that comes and goes in parts, such as FTE in post, kept in whole billionths: once every part of it has gone,
/// exactly nothing is left.
///
/// Fractions that are added and taken away in another order leave what rounding made of them, and a rate over that is
/// nonsense.
struct ExactAmount: BitwiseCopyable, Hashable, AdditiveArithmetic {
  private var billionths: Int64 = 0

  static let zero = ExactAmount()

  init() {}

  /// The amount to the nearest billionth; it must be below nine thousand million.
  @inline(__always)
  init(_ amount: Double) { billionths = Int64((amount * 1e9).rounded()) }

  /// The amount as a number.
  @inline(__always)
  var value: Double { Double(billionths) / 1e9 }

  /// Whether there is exactly nothing.
  var isEmpty: Bool { billionths == 0 }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.billionths += right.billionths
    return sum
  }

  static func - (left: Self, right: Self) -> Self {
    var rest = left
    rest.billionths -= right.billionths
    return rest
  }

  @inline(__always)
  static func += (sum: inout Self, amount: Double) { sum.billionths += Self(amount).billionths }

  @inline(__always)
  static func -= (sum: inout Self, amount: Double) { sum.billionths -= Self(amount).billionths }
}
