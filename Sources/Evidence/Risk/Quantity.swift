import Parameters

/// What a number of an expression can be: its unit, where that can be told, and the range within which it lies.
package struct Quantity: Sendable, Equatable {
  /// Nil for a bare number, and for what is worked out in a way that has no unit of its own.
  package var unit: Unit?
  package var range: ClosedRange<Double>

  package init(_ unit: Unit?, _ range: ClosedRange<Double>) { (self.unit, self.range) = (unit, range) }

  package init(_ series: Series) { self.init(series.unit, series.range) }

  /// A number as it is written: a percentage is a share, and what has a pound sign is money.
  init(_ value: Double, written text: String) {
    self.init(text.hasSuffix("%") ? .share : text.hasPrefix("£") ? .pounds : nil, value...value)
  }

  package static let anything = Quantity(nil, -.infinity ... .infinity)

  /// Whether the two can be compared, or be added up: what has no unit goes with everything.
  func goes(with other: Quantity) -> Bool {
    guard let unit, let otherUnit = other.unit else { return true }
    return unit.isComparable(with: otherUnit)
  }

  /// The range of what is worked out from both at their ends.
  private func reach(_ other: Quantity, _ work: (Double, Double) -> Double) -> ClosedRange<Double> {
    let ends = [range.lowerBound, range.upperBound].flatMap { one in
      [other.range.lowerBound, other.range.upperBound].map { work(one, $0) }
    }
    guard let least = ends.min(), let most = ends.max(), !ends.contains(where: \.isNaN) else {
      return Self.anything.range
    }
    return least...most
  }

  func plus(_ other: Quantity) -> Quantity { Quantity(unit ?? other.unit, reach(other, +)) }
  func minus(_ other: Quantity) -> Quantity { Quantity(unit ?? other.unit, reach(other, -)) }

  /// A share of something, or so many times it, has its unit.
  func times(_ other: Quantity) -> Quantity {
    let units = [unit, other.unit].compactMap { $0 == .share ? nil : $0 }
    let isShare = units.isEmpty && (unit == .share || other.unit == .share)
    return Quantity(units.count == 1 ? units[0] : isShare ? .share : nil, reach(other, *))
  }

  /// What is divided by its own kind is a bare ratio.
  func over(_ other: Quantity) -> Quantity {
    let hasZero = other.range.contains(0)
    let range = hasZero ? Self.anything.range : reach(other, /)
    let isPositive = self.range.lowerBound >= 0 && other.range.lowerBound >= 0
    return Quantity(other.unit == nil ? unit : nil, hasZero && isPositive ? 0 ... .infinity : range)
  }

  /// What is made of its months.
  func after(_ function: RiskExpression.Function) -> Quantity {
    switch function {
    case .atStart, .mean12Months: self
    case .sum12Months, .firstYear:
      Quantity(unit, reach(Quantity(nil, 12...12), *))
    }
  }
}

extension RiskExpression {
  /// What the number can be.
  var quantity: Quantity {
    switch self {
    case .constant(let value): Quantity(nil, value...value)
    case .measure(let reference): reference.quantity
    case .function(let function, let inner): inner.quantity.after(function)
    case .budget: Quantity(.pounds, -.infinity ... .infinity)
    case .pair(.plus, let left, let right): left.quantity.plus(right.quantity)
    case .pair(.minus, let left, let right): left.quantity.minus(right.quantity)
    case .pair(.times, let left, let right): left.quantity.times(right.quantity)
    case .pair(.over, let left, let right): left.quantity.over(right.quantity)
    case .pair, .not, .lasting: .anything
    }
  }
}

/// A comparison that does not go together: different units, or a level that can never be passed or never not be.
struct ComparisonFault {
  let code, message: String
  let help: String?

  /// - Parameters:
  ///   - left: what stands before the sign, in the words of the file.
  ///   - right: what stands behind it.
  init?(
    _ sign: RiskExpression.Sign, _ left: (words: String, quantity: Quantity),
    _ right: (words: String, quantity: Quantity)
  ) {
    guard sign.rank == RiskExpression.Sign.comparison else { return nil }
    let (one, two) = (left.quantity, right.quantity)
    guard one.goes(with: two) else {
      code = "wrong-unit"
      message =
        "'\(left.words)' is in \(Self.name(one.unit)), and '\(right.words)' in \(Self.name(two.unit)): they cannot be compared."
      help = "write both in the same unit"
      return
    }
    let (low, high) = (one.range, two.range)
    // The extremes of what is compared: whether it can hold, and whether it can fail.
    let can: Bool
    let must: Bool
    switch sign {
    case .above: (can, must) = (low.upperBound > high.lowerBound, low.lowerBound > high.upperBound)
    case .atLeast: (can, must) = (low.upperBound >= high.lowerBound, low.lowerBound >= high.upperBound)
    case .below: (can, must) = (low.lowerBound < high.upperBound, low.upperBound < high.lowerBound)
    case .atMost: (can, must) = (low.lowerBound <= high.upperBound, low.upperBound <= high.lowerBound)
    default: return nil
    }
    guard !can || must else { return nil }
    code = can ? "always-true" : "never-true"
    message =
      "'\(left.words) \(sign.rawValue) \(right.words)' is \(can ? "always" : "never") so: "
      + "\(left.words) is \(low.text)."
    help = Self.help(one, right)
  }

  /// A level above 1 that a share is held against was meant as a percentage.
  private static func help(_ one: Quantity, _ right: (words: String, quantity: Quantity)) -> String? {
    let level = right.quantity.range
    guard one.unit == .share, level.lowerBound == level.upperBound, level.lowerBound > 1,
      level.lowerBound <= 100
    else { return "choose a level within that" }
    return "did you mean \(right.words)%?"
  }

  private static func name(_ unit: Unit?) -> String {
    switch unit {
    case .share?: "shares"
    case .pounds?: "pounds"
    default: unit?.symbol ?? "numbers"
    }
  }
}
