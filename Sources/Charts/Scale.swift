import Dates

/// Places values along a straight line of the drawing.
struct Scale {
  let domain: ClosedRange<Double>
  /// Where the domain's ends are drawn.
  let from: Double
  let to: Double

  func callAsFunction(_ value: Double) -> Double {
    let width = domain.upperBound - domain.lowerBound
    return from + (width > 0 ? (value - domain.lowerBound) / width : 0.5) * (to - from)
  }

  func callAsFunction(_ date: CivilDate) -> Double { self(Double(date.dayNumber)) }
}

/// Round values for an axis: steps of 1, 2 or 5 times a power of ten.
struct Ticks {
  let step: Double
  let values: [Double]

  /// The marks of an axis that holds all of `range`; about `count` of them. The first and the last are its ends.
  init(_ range: ClosedRange<Double>, count: Int) {
    let width = range.upperBound - range.lowerBound
    guard width > 0, width.isFinite else {
      step = max(1, abs(range.lowerBound) / 10)
      values = [range.lowerBound - step, range.lowerBound, range.lowerBound + step]
      return
    }
    let rough = width / Double(max(1, count))
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    let multiple = [1.0, 2, 5, 10].first { $0 * power >= rough * 0.999 } ?? 10
    let step = multiple * power
    let first = (range.lowerBound / step + 1e-9).rounded(.down)
    let last = (range.upperBound / step - 1e-9).rounded(.up)
    self.step = step
    values = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// From the first mark to the last.
  var domain: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }
}

extension CivilDate {
  /// Every 1 April after `first` and up to `last`: the beginnings of financial years.
  static func firstsOfApril(from first: CivilDate, through last: CivilDate) -> [CivilDate] {
    (first.civil.year...max(first.civil.year, last.civil.year)).map { CivilDate($0, 4, 1) }
      .filter { first <= $0 && $0 <= last }
  }
}

/// The smallest range that holds all the values that are numbers; zero to one where there are none.
func extent(_ values: some Sequence<Double>) -> ClosedRange<Double> {
  var low = Double.infinity
  var high = -Double.infinity
  for value in values where value.isFinite {
    low = min(low, value)
    high = max(high, value)
  }
  return low <= high ? low...high : 0...1
}
