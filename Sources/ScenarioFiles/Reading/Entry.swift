import Dates
import Parameters

/// What one file, or one `--set`, says about one parameter.
struct Entry {
  let path: String
  /// Where the parameter's name stands.
  let place: Place
  /// The value, or nil when only something about it is said.
  var value: Value?
  /// Where the value stands.
  var valuePlace: Place
  var source: Source?
  var note: String?
  /// Last day of the newest figure behind the value.
  var known: CivilDate?
  var uncertain: Spread?

  /// An uncertainty that does not know its point value yet.
  struct Spread {
    enum Shape: Equatable {
      case pert(low: Double, high: Double)
      case uniform(low: Double, high: Double)
      case triangular(low: Double, high: Double)
      case normal(standardDeviation: Double)
      case lognormal(standardDeviation: Double)
    }
    let shape: Shape
    let place: Place
  }
}

extension Entry.Spread.Shape {
  /// The two ends, where the family has them.
  var ends: (low: Double, high: Double)? {
    switch self {
    case .pert(let low, let high), .uniform(let low, let high), .triangular(let low, let high): (low, high)
    case .normal, .lognormal: nil
    }
  }

  /// The uncertainty round a point value.
  func around(_ point: Double) -> Uncertainty {
    switch self {
    case .pert(let low, let high): .pert(low: low, mode: point, high: high)
    case .uniform(let low, let high): .uniform(low: low, high: high)
    case .triangular(let low, let high): .triangular(low: low, mode: point, high: high)
    case .normal(let deviation): .normal(mean: point, standardDeviation: deviation)
    case .lognormal(let deviation): .lognormal(mean: point, standardDeviation: deviation)
    }
  }
}
