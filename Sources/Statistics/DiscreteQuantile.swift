/// Quantiles of whole-number laws: the smallest number whose cumulative probability reaches p.
enum DiscreteQuantile {
  static func binomial(_ p: Double, trials: Int, probability: Double) -> Int {
    smallest(upTo: trials) {
      SpecialFunctions.binomialCumulative($0, trials: trials, probability: probability) >= p
    }
  }

  static func poisson(_ p: Double, mean: Double) -> Int {
    var limit = 16
    while SpecialFunctions.poissonCumulative(limit, mean: mean) < p, limit < 1 << 30 { limit *= 2 }
    return smallest(upTo: limit) { SpecialFunctions.poissonCumulative($0, mean: mean) >= p }
  }

  /// Bisection over `0...limit` for the first number that satisfies a condition false below it and true above.
  private static func smallest(upTo limit: Int, where reached: (Int) -> Bool) -> Int {
    var low = 0
    var high = limit
    while low < high {
      let middle = (low + high) / 2
      if reached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
