import Parameters
import Statistics

extension Uncertainty {
  /// The share of the law that lies outside a range; 0 for a law that has ends, which are checked by themselves.
  func shareOutside(_ range: ClosedRange<Double>) -> Double {
    switch self {
    case .pert, .uniform, .triangular: return 0
    case .normal(let mean, let deviation):
      return SpreadQuantile.normalOutside(range, mean: mean, standardDeviation: deviation)
    case .lognormal(let mean, let deviation):
      let law = LognormalLaw(mean: mean, variation: deviation / mean)
      return law.survival(range.upperBound) + (range.lowerBound > 0 ? 1 - law.survival(range.lowerBound) : 0)
    }
  }
}
