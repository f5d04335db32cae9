import Foundation
import Parameters
import ServiceModel

/// A value that a fit may move: where it starts, how far it may go, and the scale on which it moves.
package struct FreeValue: Sendable {
  /// Logits for shares, logarithms for what is above 0, the number itself for the rest.
  enum Scale: Sendable {
    case logit, logarithm, plain

    /// Where a value lies on the scale.
    func read(_ value: Double) -> Double {
      switch self {
      case .logit: log(value / (1 - value))
      case .logarithm: log(value)
      case .plain: value
      }
    }

    /// The value at a place on the scale.
    func value(_ place: Double) -> Double {
      switch self {
      case .logit: 1 / (1 + exp(-place))
      case .logarithm: exp(place)
      case .plain: place
      }
    }
  }

  package let path: String
  package let unit: Parameters.Unit
  package let start, low, high: Double
  let parameter: Parameter<ServiceParameters>
  let scale: Scale
  /// Standard deviation of the prior on that scale: the range is its 95% interval.
  let deviation: Double

  /// Nil where there is no such number parameter, or the range is not in order and inside it.
  package init?(_ path: String, start: Double, low: Double, high: Double) {
    guard let parameter = ServiceParameters.table.first(where: { $0.path == path }),
      let range = FreeValue.range(parameter.kind), low < start, start < high, range.contains(low),
      range.contains(high)
    else { return nil }
    self.path = path
    unit = parameter.unit
    (self.start, self.low, self.high) = (start, low, high)
    self.parameter = parameter
    scale =
      if range == 0...1, low > 0, high < 1 { .logit } else if low > 0 { .logarithm } else { .plain }
    deviation = (scale.read(high) - scale.read(low)) / (2 * 1.959_964)
  }

  /// What a number may be; nil for a kind that is none.
  private static func range(_ kind: ParameterKind) -> ClosedRange<Double>? {
    switch kind {
    case .number(let range): range
    case .whole(let range): Double(range.lowerBound)...Double(range.upperBound)
    case .flag, .choice, .date, .numbers: nil
    }
  }

  /// The value at so many prior standard deviations from the start, kept inside what the parameter allows; whole where
  /// it is whole.
  func freely(at place: Double) -> Double {
    parameter.kind.nearest(scale.value(scale.read(start) + place * deviation))?.asNumber ?? start
  }

  /// The law of a value whose place is normal: normal on its own scale, or as near as a law comes to that.
  func law(mean: Double, deviation spread: Double) -> (value: Double, law: Uncertainty)? {
    let (middle, width) = (scale.read(start) + mean * deviation, spread * deviation)
    guard width > 0 else { return nil }
    switch scale {
    case .plain: return (middle, .normal(mean: middle, standardDeviation: width))
    case .logarithm:
      let value = exp(middle + width * width / 2)
      return (
        value, .lognormal(mean: value, standardDeviation: value * (exp(width * width) - 1).squareRoot())
      )
    case .logit:
      // A symmetric PERT law is 2 √7 standard deviations wide.
      let half = 7.0.squareRoot() * width
      let value = scale.value(middle)
      return (value, .pert(low: scale.value(middle - half), mode: value, high: scale.value(middle + half)))
    }
  }

  /// The value at so many prior standard deviations from the start, kept inside the range.
  func value(at place: Double) -> Double {
    min(max(scale.value(scale.read(start) + place * deviation), low), high)
  }

  /// How many prior standard deviations a value lies from the start.
  func place(of value: Double) -> Double { (scale.read(value) - scale.read(start)) / deviation }

  /// Writes the allowed value nearest to a number.
  func write(_ value: Double, to parameters: inout ServiceParameters) {
    if let nearest = parameter.kind.nearest(value) { parameter.write(&parameters, nearest) }
  }

  var isWhole: Bool { if case .whole = parameter.kind { true } else { false } }

  /// A number as the parameter writes it.
  package func written(_ value: Double) -> Value { parameter.kind.nearest(value) ?? .number(value) }

  var places: ClosedRange<Double> { place(of: low)...place(of: high) }
}
