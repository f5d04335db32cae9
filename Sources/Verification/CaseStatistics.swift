import Statistics

/// A statistic of independent values with its standard error.
struct StatisticEstimate: Equatable {
  let value: Double
  let standardError: Double
  /// Degrees of freedom of the standard error; infinite where it was not estimated from the values' own spread.
  var freedom = Double.infinity
}

extension StatisticEstimate {
  /// The mean, and the spread of the values over the root of their number.
  static func mean(_ values: [Double]) -> StatisticEstimate {
    let tally = Tally(values)
    return StatisticEstimate(
      value: tally.mean, standardError: tally.standardError, freedom: Double(tally.count - 1))
  }

  /// The ratio of two means, its standard error by the first-order expansion.
  static func ratio(_ values: [Double], over others: [Double]) -> StatisticEstimate {
    let below = Tally(others).mean
    let ratio = Tally(values).mean / below
    let errors = Tally(zip(values, others).map { $0 - ratio * $1 })
    return StatisticEstimate(
      value: ratio, standardError: errors.standardError / abs(below), freedom: Double(errors.count - 1))
  }

  /// A smooth function of mean and variance, its standard error by leaving out one value at a time (the jackknife).
  static func ofMoments(
    _ values: [Double], _ function: (_ mean: Double, _ variance: Double) -> Double
  ) -> StatisticEstimate {
    let tally = Tally(values)
    let n = Double(tally.count)
    guard n > 2 else { return StatisticEstimate(value: .nan, standardError: .nan) }
    let squares = tally.variance * (n - 1)
    let whole = function(tally.mean, tally.variance)
    let others = Tally(
      values.map { value in
        let distance = value - tally.mean
        let mean = tally.mean - distance / (n - 1)
        return function(mean, max(0, squares - distance * distance * n / (n - 1)) / (n - 2))
      })
    return StatisticEstimate(
      value: whole, standardError: (others.variance * (n - 1) * (n - 1) / n).squareRoot(), freedom: n - 1)
  }

  /// The share of values of at least `least`; the standard error is that under the exact share.
  static func share(_ values: [Double], atLeast least: Double, exact: Double) -> StatisticEstimate {
    let n = Double(values.count)
    return StatisticEstimate(
      value: Double(values.count { $0 >= least }) / n,
      standardError: (max(exact * (1 - exact), 0) / n).squareRoot())
  }

  /// A quantile; the standard error is what the interval between order statistics implies.
  static func quantile(_ values: [Double], _ p: Double) -> StatisticEstimate {
    let sorted = values.sorted()
    guard let interval = Sample.quantileInterval(sorted: sorted, p: p) else {
      return StatisticEstimate(value: .nan, standardError: .nan)
    }
    return StatisticEstimate(
      value: Sample.quantile(sorted: sorted, p),
      standardError: (interval.upper - interval.lower) / (2 * 1.96))
  }
}

/// Pearson's test of whole numbers against a law.
struct LawTest {
  let chiSquare: Double
  let degreesOfFreedom: Double
  /// The normal deviate that is as far out.
  let z: Double

  /// Nil when there are too few values for four cells of ten.
  init?(_ values: [Double], _ law: DiscreteLaw) {
    let n = Double(values.count)
    let highest = max(law.span, Int(values.max() ?? 0) + 1)
    var counts = Array(repeating: 0.0, count: highest + 1)
    for value in values where value >= 0 { counts[Int(value.rounded())] += 1 }
    var cells: [(observed: Double, expected: Double)] = []
    var observed = 0.0
    var expected = 0.0
    var left = 1.0
    for number in 0...highest {
      observed += counts[number]
      expected += n * law.probability(number)
      left -= law.probability(number)
      if expected >= 10, left * n >= 10 {
        cells.append((observed, expected))
        observed = 0
        expected = 0
      }
    }
    cells.append((observed, expected + n * max(0, left)))
    guard cells.count >= 4 else { return nil }
    let chiSquare = cells.reduce(0.0) { sum, cell in
      let difference = cell.observed - cell.expected
      return sum + difference * difference / cell.expected
    }
    let freedom = Double(cells.count - 1)
    self.chiSquare = chiSquare
    degreesOfFreedom = freedom
    z = CountLaw.deviate(chiSquare: chiSquare, degreesOfFreedom: freedom)
  }
}

extension DiscreteLaw {
  /// A number that is hardly ever exceeded.
  var span: Int {
    switch self {
    case .poisson(let mean): Int(mean + 12 * mean.squareRoot()) + 12
    case .binomial(let trials, _): trials
    }
  }

  func probability(_ number: Int) -> Double {
    switch self {
    case .poisson(let mean): CountLaw.poisson(number, mean: mean)
    case .binomial(let trials, let share): CountLaw.binomial(number, trials: trials, probability: share)
    }
  }
}
