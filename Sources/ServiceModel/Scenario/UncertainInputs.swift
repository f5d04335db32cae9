public import Parameters
import Statistics

/// The inputs that are not known exactly. Replication 0 has their point values; every other replication draws them.
///
/// A draw belongs to a replication and a path: another uncertain input shifts none of the others, unless the two are
/// declared to go together. It is made by quantile, so that a value moved to elsewhere is met at the same depth of its
/// law. The depths are stratified: over replications 1 to 2^k each of 2^k strata of each input is met once.
public struct UncertainInputs: Sendable {
  /// One input.
  public struct Input: Sendable {
    public let path: String
    public let unit: Unit
    public let uncertainty: Uncertainty
    let parameter: Parameter<ServiceParameters>
  }

  /// What one replication has in place of the point values.
  public struct Draw: Sendable {
    public let parameters: ServiceParameters
    /// In the order of the inputs, as used: inside the parameter's range, whole where it is whole, and shares of a
    /// group after they were made to sum to 1.
    public let values: [Double]
    /// Whether drawn values that go together were found; otherwise these are the point values.
    public let isConsistent: Bool
  }

  /// In the order of the table of parameters.
  public let inputs: [Input]
  private let point: ServiceParameters
  private let depths: InputDepths

  /// Values drawn together may contradict each other, as a shortest time above a longest. They are then all drawn
  /// again, up to this many times: the law is that of values that go together.
  public static let attempts = 32

  public var isEmpty: Bool { inputs.isEmpty }

  /// - Parameters:
  ///   - point: the scenario with every point value.
  ///   - uncertain: the laws by path; a path that is no number's is left out.
  ///   - jointly: values that are drawn together; correlations that a matrix can have.
  public init(
    _ point: ServiceParameters, _ uncertain: [String: Uncertainty], jointly: [PairCorrelation] = []
  ) {
    self.point = point
    let table = ServiceParameters.table
    inputs = table.compactMap { parameter in
      guard let law = uncertain[parameter.path], parameter.kind.isNumber else { return nil }
      return Input(path: parameter.path, unit: parameter.unit, uncertainty: law, parameter: parameter)
    }
    let drawn = Set(inputs.map(\.path) + jointly.flatMap { [$0.first, $0.second] })
    depths = InputDepths(
      seed: point.run.seed, paths: table.map(\.path).filter(drawn.contains), pairs: jointly)
  }

  /// The values of a replication: depends on the seed, its number and each path with those that go with it, and on
  /// nothing else.
  public func draw(_ replication: Int) -> Draw {
    guard replication > 0, !isEmpty else {
      return Draw(parameters: point, values: values(point), isConsistent: true)
    }
    let paths = inputs.map(\.path)
    for attempt in 0..<UInt32(Self.attempts) {
      var drawn = point
      for (input, depth) in zip(inputs, depths.depths(of: paths, replication, attempt: attempt)) {
        guard let value = input.parameter.kind.nearest(input.uncertainty.quantile(depth)) else { continue }
        input.parameter.write(&drawn, value)
      }
      drawn.mendShares(keeping: Set(paths))
      if !drawn.contradictions().contains(where: { $0.severity == .error }) {
        return Draw(parameters: drawn, values: values(drawn), isConsistent: true)
      }
    }
    return Draw(parameters: point, values: values(point), isConsistent: false)
  }

  private func values(_ parameters: ServiceParameters) -> [Double] {
    inputs.map { input in input.parameter.read(parameters)?.asNumber ?? .nan }
  }
}

extension Uncertainty {
  /// The quantile of the distribution at that probability, strictly between 0 and 1.
  public func quantile(_ p: Double) -> Double {
    switch self {
    case .pert(let low, let mode, let high): SpreadQuantile.pert(p, low: low, mode: mode, high: high)
    case .uniform(let low, let high): SpreadQuantile.uniform(p, low: low, high: high)
    case .triangular(let low, let mode, let high):
      SpreadQuantile.triangular(p, low: low, mode: mode, high: high)
    case .normal(let mean, let deviation): SpreadQuantile.normal(p, mean: mean, standardDeviation: deviation)
    case .lognormal(let mean, let deviation):
      SpreadQuantile.lognormal(p, mean: mean, standardDeviation: deviation)
    }
  }
}
