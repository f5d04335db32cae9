/// How much of a function's variance each input explains (I. M. Sobol, 1993).
public struct SobolIndices: Sendable {
  /// Mean and variance of the function.
  public let mean: Double, variance: Double
  /// Share of the variance that goes when that input alone is known, and that stays when all others are.
  public let first: [Double], total: [Double]

  init(mean: Double, variance: Double, first: [Double], total: [Double]) {
    self.mean = mean
    self.variance = variance
    self.first = first
    self.total = total
  }

  /// Estimates them from points of Sobol's sequence: the first-order indices by A. Saltelli and others (2010), the
  /// total ones by M. J. W. Jansen (1999).
  ///
  /// - Parameters:
  ///   - dimensions: inputs of the function, 1 to 20.
  ///   - count: base points, 2 or more; the function is called so many times for each input, and twice more.
  public init(estimating function: ([Double]) -> Double, dimensions: Int, count: Int) {
    precondition(2 * dimensions <= SobolSequence.mostDimensions, "Sobol points have at most 40 dimensions.")
    var points = SobolSequence(shift: Array(repeating: 0, count: 2 * dimensions))
    var both: [Double] = []
    var covered = Array(repeating: 0.0, count: dimensions)
    var moved = covered
    for _ in 0..<count {
      let point = points.next()
      let one = Array(point[..<dimensions])
      let two = Array(point[dimensions...])
      let (atOne, atTwo) = (function(one), function(two))
      both += [atOne, atTwo]
      for input in 0..<dimensions {
        var mixed = one
        mixed[input] = two[input]
        let atMixed = function(mixed)
        covered[input] += atTwo * (atMixed - atOne)
        moved[input] += (atOne - atMixed) * (atOne - atMixed)
      }
    }
    let tally = Tally(both)
    let n = Double(count)
    self.init(
      mean: tally.mean, variance: tally.variance, first: covered.map { $0 / n / tally.variance },
      total: moved.map { $0 / (2 * n) / tally.variance })
  }
}
