/// How a series of many units varies about a path that all share: x[i,t] = m[t] + a[i] + u[i,t] + e[i,t].
///
/// `a` is a unit's own level, normal with standard deviation `between`; `u` a first-order autoregression whose yearly
/// innovations have the standard deviation `innovation`; `e` chance, of `noise` times the variance that Poisson counts
/// would have. The path is taken away before a unit's rows are made.
public struct PanelLaw: Sendable, Equatable {
  /// One unit's deviations from the path: the years in which something is known, in ascending order.
  public struct Unit: Sendable {
    let years: [Int]
    let values: [Double]
    let chances: [Double]
    /// Years that are known.
    public var count: Int { years.count }

    /// - Parameter chances: the variance of each value if its counts were Poisson, above 0.
    public init(years: [Int], values: [Double], chances: [Double]) {
      precondition(
        years.count == values.count && years.count == chances.count,
        "Each year has a value and its chance.")
      (self.years, self.values, self.chances) = (years, values, chances)
    }
  }

  /// Standard deviation of the levels between units.
  public var between: Double
  /// Standard deviation of the yearly innovations.
  public var innovation: Double
  /// What of a deviation is still there a year later, from 0 to below 1.
  public var persistence: Double
  /// Variance of chance, in multiples of a Poisson count's.
  public var noise: Double

  public init(between: Double, innovation: Double, persistence: Double, noise: Double) {
    (self.between, self.innovation) = (between, innovation)
    (self.persistence, self.noise) = (persistence, noise)
  }

  /// The law under which the units' values are likeliest, drawn towards usual sizes as by a few councils' worth of data.
  ///
  /// Normal priors on the logarithms of the standard deviations (about 0.2 and 0.1, one unit of the logarithm wide), of the
  /// noise (about 1.5; 0.7 wide) and on the logit of the persistence (about 1.2; 1.5 wide).
  ///
  /// - Returns: nil with fewer than ten units of two years or more.
  public static func fitted(to units: [Unit]) -> PanelLaw? {
    let told = units.filter { $0.years.count > 1 }
    guard told.count >= 10 else { return nil }
    let start = [-1.6, -2.3, 1.2, logarithm(1.5)]
    let widths = [1.0, 1.0, 1.5, 0.7]
    let found = Simplex.least(from: start, step: 0.4) { place in
      let law = PanelLaw(at: place)
      let penalty = zip(zip(place, start), widths).reduce(0.0) { sum, part in
        let distance = (part.0.0 - part.0.1) / part.1
        return sum + 0.5 * distance * distance
      }
      return penalty - law.logLikelihood(of: told)
    }
    return PanelLaw(at: found)
  }

  private init(at place: [Double]) {
    self.init(
      between: exponential(place[0]), innovation: exponential(place[1]),
      persistence: 0.999 / (1 + exponential(-place[2])), noise: exponential(place[3]))
  }

  /// Logarithm of the likelihood, without its constant; minus infinity where the law is none.
  func logLikelihood(of units: [Unit]) -> Double {
    var sum = 0.0
    for unit in units {
      let size = unit.years.count
      var matrix = Array(repeating: 0.0, count: size * size)
      for row in 0..<size {
        for column in 0...row {
          matrix[row * size + column] = covariance(unit.years[row] - unit.years[column])
        }
        matrix[row * size + row] += noise * unit.chances[row]
      }
      guard let part = Cholesky.logDensity(&matrix, size, unit.values) else { return -.infinity }
      sum += part
    }
    return sum
  }

  /// Of the values of one unit that lie `lag` years apart, without chance.
  func covariance(_ lag: Int) -> Double {
    between * between + innovation * innovation / (1 - persistence * persistence)
      * Self.power(persistence, lag)
  }

  /// Standard deviation of what the mean of a unit's last years misses its newest year by, chance left out.
  ///
  /// - Parameter years: 1 or more; with 1 nothing is missed.
  public func errorOfMean(years: Int) -> Double {
    precondition(years >= 1, "A mean has at least one year.")
    let share = 1 / Double(years)
    var sum = 0.0
    for one in 0..<years {
      for other in 0..<years {
        let weights = ((one == 0 ? 1 : 0) - share) * ((other == 0 ? 1 : 0) - share)
        sum += weights * Self.power(persistence, one - other)
      }
    }
    return (sum * innovation * innovation / (1 - persistence * persistence)).squareRoot()
  }

  static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent.magnitude).reduce(1.0) { product, _ in product * base }
  }

  /// The correlation of the innovations of two series under which both series' values are likeliest together; levels may
  /// be correlated too. Drawn towards 0 by a normal prior on its inverse hyperbolic tangent, 0.5 wide.
  ///
  /// - Parameter pairs: both series of the same unit.
  public static func correlation(
    _ first: PanelLaw, _ second: PanelLaw, of pairs: [(first: Unit, second: Unit)]
  ) -> Double {
    let found = Simplex.least(from: [0, 0], step: 0.3, rounds: 120, tolerance: 1e-4) { place in
      let (levels, innovations) = (Self.bounded(place[0]), Self.bounded(place[1]))
      let penalty = 2 * (place[0] * place[0] + place[1] * place[1])
      return penalty - logLikelihood(first, second, levels, innovations, pairs)
    }
    return bounded(found[1])
  }

  private static func bounded(_ place: Double) -> Double {
    0.95 * (1 - 2 / (exponential(2 * place) + 1))
  }

  private static func logLikelihood(
    _ first: PanelLaw, _ second: PanelLaw, _ levels: Double, _ innovations: Double,
    _ pairs: [(first: Unit, second: Unit)]
  ) -> Double {
    let between = levels * first.between * second.between
    let moving =
      innovations * first.innovation * second.innovation / (1 - first.persistence * second.persistence)
    var sum = 0.0
    for pair in pairs {
      let (one, two) = (pair.first, pair.second)
      let size = one.years.count + two.years.count
      var matrix = Array(repeating: 0.0, count: size * size)
      for row in 0..<one.years.count {
        for column in 0...row {
          matrix[row * size + column] = first.covariance(one.years[row] - one.years[column])
        }
        matrix[row * size + row] += first.noise * one.chances[row]
      }
      for row in 0..<two.years.count {
        let below = one.years.count + row
        for column in one.years.indices {
          let lag = two.years[row] - one.years[column]
          let kept = power(lag >= 0 ? second.persistence : first.persistence, lag)
          matrix[below * size + column] = between + moving * kept
        }
        for column in 0...row {
          matrix[below * size + one.years.count + column] =
            second.covariance(two.years[row] - two.years[column])
        }
        matrix[below * size + below] += second.noise * two.chances[row]
      }
      guard let part = Cholesky.logDensity(&matrix, size, one.values + two.values) else { return -.infinity }
      sum += part
    }
    return sum
  }
}
