/// How a value may differ from its point value, in the parameter's own unit. Plain numbers: drawing is the model's.
///
/// Whoever draws keeps to the parameter's range.
public enum Uncertainty: Sendable, Hashable {
  /// `low < high` and `low <= mode <= high`.
  case pert(low: Double, mode: Double, high: Double)
  /// `low < high`.
  case uniform(low: Double, high: Double)
  /// `low < high` and `low <= mode <= high`.
  case triangular(low: Double, mode: Double, high: Double)
  /// `standardDeviation > 0`.
  case normal(mean: Double, standardDeviation: Double)
  /// Mean and standard deviation of the quantity itself, not of its logarithm; both above 0.
  case lognormal(mean: Double, standardDeviation: Double)
}

extension Uncertainty {
  /// The name of the family in a scenario file.
  public var family: String {
    switch self {
    case .pert: "pert"
    case .uniform: "uniform"
    case .triangular: "triangular"
    case .normal: "normal"
    case .lognormal: "lognormal"
    }
  }

  /// The numbers with their names, as a scenario file gives them, the point value included.
  public var numbers: [(name: String, value: Double)] {
    switch self {
    case .pert(let low, let mode, let high), .triangular(let low, let mode, let high):
      [("low", low), ("mode", mode), ("high", high)]
    case .uniform(let low, let high): [("low", low), ("high", high)]
    case .normal(let mean, let deviation), .lognormal(let mean, let deviation):
      [("mean", mean), ("standardDeviation", deviation)]
    }
  }

  /// As printed in a list of parameters, for example `pert(low 2900, mode 3096, high 3300)`.
  public var text: String {
    let inside = numbers.map { "\($0.name) \(Value.number($0.value).text)" }
    return "\(family)(\(inside.joined(separator: ", ")))"
  }
}
