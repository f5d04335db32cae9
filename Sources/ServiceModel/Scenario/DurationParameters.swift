public import DiscreteEvents
public import Parameters

/// A length of time with its spread, as a scenario states it: a family, and the figures that the family needs.
public struct DurationParameters: ParameterGroup {
  /// Families of distribution.
  public enum Family: String, CaseIterable, Sendable {
    case constant, exponential, uniform, triangular, gamma, weibull, lognormal, pert, hyperexponential
    case twoPhase, empirical
  }

  public var family = Family.constant
  public var mean = 0.0
  public var cv = 1.0
  public var shape: Double?
  public var scale: Double?
  public var minimum = 0.0
  public var mode = 0.0
  public var maximum = 0.0
  public var share = 0.5
  public var firstMean = 0.0
  public var secondMean = 0.0
  public var values: [Double] = []
  public var weights: [Double] = []

  public init() {}

  init(_ family: Family, mean: Double, cv: Double = 1) {
    self.family = family
    self.mean = mean
    self.cv = cv
  }

  static let longest = 36_525.0
  private static let off = Source.modelChoice

  public static let table: [Parameter<DurationParameters>] = [
    Parameter("family", \.family, off, "Family of the distribution."),
    Parameter("mean", \.mean, .days, 0...longest, off, "Mean, unless the family has its own figures."),
    Parameter(
      "cv", \.cv, .ratio, 0...20, off,
      "Standard deviation relative to the mean, for gamma, weibull, lognormal and hyperexponential."),
    Parameter(
      "shape", \.shape, .none, 0.05...1000, off,
      "Shape of gamma or weibull; if it is set, scale (or the mean) replaces the cv."),
    Parameter("scale", \.scale, .days, 1e-6...longest, off, "Scale of gamma or weibull, with a shape."),
    Parameter("minimum", \.minimum, .days, 0...longest, off, "Least value of uniform, triangular or pert."),
    Parameter("mode", \.mode, .days, 0...longest, off, "Most likely value of triangular or pert."),
    Parameter(
      "maximum", \.maximum, .days, 0...longest, off, "Largest value of uniform, triangular or pert."),
    Parameter("share", \.share, .share, 0...1, off, "Share of the first phase of a two-phase mixture."),
    Parameter("firstMean", \.firstMean, .days, 0...longest, off, "Mean of the first exponential phase."),
    Parameter("secondMean", \.secondMean, .days, 0...longest, off, "Mean of the second exponential phase."),
    // What they must be together is asked only of an empirical table: see `distribution`.
    Parameter("values", \.values, .days, 0...longest, .anyLength, off, "Values of an empirical table."),
    Parameter(
      "weights", \.weights, .none, 0...1e9, .anyLength, off,
      "Weights of an empirical table; empty means equal."),
  ]

  /// The distribution, or nil when its figures contradict one another (`contradictions` says how).
  public var distribution: Distribution? {
    switch family {
    case .constant: return .constant(mean)
    case .exponential: return mean > 0 ? .exponential(mean: mean) : .constant(0)
    case .uniform: return minimum < maximum ? .uniform(minimum, maximum) : nil
    case .triangular:
      return isOrdered ? .triangular(minimum: minimum, mode: mode, maximum: maximum) : nil
    case .pert: return isOrdered ? .pert(minimum: minimum, mode: mode, maximum: maximum) : nil
    case .gamma:
      guard let shape else { return mean > 0 && cv > 0 ? .gamma(mean: mean, cv: cv) : nil }
      let scale = scale ?? mean / shape
      return scale > 0 ? .gamma(shape: shape, scale: scale) : nil
    case .weibull:
      guard let shape else { return mean > 0 && cv > 0 ? .weibull(mean: mean, cv: cv) : nil }
      if let scale { return .weibull(shape: shape, scale: scale) }
      return mean > 0 ? .weibull(shape: shape, mean: mean) : nil
    case .lognormal: return mean > 0 && cv > 0 ? .lognormal(mean: mean, cv: cv) : nil
    case .hyperexponential: return mean > 0 && cv >= 1 ? .hyperexponential(mean: mean, cv: cv) : nil
    case .twoPhase:
      return firstMean > 0 && secondMean > 0
        ? .twoPhase(share: share, firstMean: firstMean, secondMean: secondMean) : nil
    case .empirical:
      guard !values.isEmpty, weights.isEmpty || weights.count == values.count else { return nil }
      let equal = Array(repeating: 1.0, count: values.count)
      guard weights.isEmpty || weights.contains(where: { $0 > 0 }) else { return nil }
      return .empirical(values: values, weights: weights.isEmpty ? equal : weights)
    }
  }

  private var isOrdered: Bool { minimum <= mode && mode <= maximum && minimum < maximum }

  /// What is wrong with the figures together.
  func contradictions(at path: String) -> [Contradiction] {
    guard distribution == nil else { return [] }
    let advice: String
    switch family {
    case .uniform: advice = "uniform needs minimum below maximum"
    case .triangular, .pert: advice = "\(family.rawValue) needs minimum <= mode <= maximum, and not all equal"
    case .gamma, .weibull, .lognormal: advice = "\(family.rawValue) needs a mean and a cv above 0"
    case .hyperexponential: advice = "hyperexponential needs a mean above 0 and a cv of 1 or more"
    case .twoPhase: advice = "twoPhase needs firstMean and secondMean above 0"
    case .empirical: advice = "empirical needs values, and as many weights as values or none"
    case .constant, .exponential: advice = "\(family.rawValue) needs a mean of 0 or more"
    }
    return [
      Contradiction(
        .error, ["\(path).family"], code: "duration", "the \(family.rawValue) distribution cannot be built",
        help: advice)
    ]
  }
}
