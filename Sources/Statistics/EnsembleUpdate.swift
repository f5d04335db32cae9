/// One step of iterated ensemble Kalman inversion, with the model made linear by regression over the ensemble.
///
/// The unknowns are scaled so that each has a standard normal prior. The readings of the members are regressed on their
/// places; what the line leaves is what chance and the curvature of the model add to a reading, and its covariance is
/// used as such. The prior, the line, that covariance and the errors of the figures then give the posterior in closed
/// form, exact for a linear model with normal chance. Source: N. K. Chada, Y. Chen and D. Sanz-Alonso, "Iterative
/// ensemble Kalman methods: a unified perspective with some new variants", Foundations of Data Science 3, 2021.
///
/// A small ensemble makes slopes out of chance, which would then narrow what no figure tells: each slope is multiplied by
/// max(0, 1 - 1/t²), with t its ratio to its standard error. The covariance of what is left is drawn towards its diagonal,
/// the more so the fewer the members are for the figures.
public struct EnsembleUpdate: Sendable {
  /// Posterior mean and covariance of the unknowns.
  public let mean: [Double]
  public let covariance: [[Double]]
  /// What the line expects of each figure at the posterior mean, and where every unknown is 0.
  public let expected, expectedAtStart: [Double]
  /// Standard deviation of each figure round its expectation: what the line leaves, and the figure's own error.
  public let deviations: [Double]

  /// Nil where there are too few members for the unknowns, or what they say is not finite.
  ///
  /// - Parameters:
  ///   - places: of each member, its unknowns.
  ///   - readings: of each member, what it says of each figure.
  ///   - figures: what was observed.
  ///   - variances: of the errors of the figures, 0 or more.
  ///   - inflation: by how much the variance of the figures is multiplied, 1 or more: a first step that goes part of the
  ///     way keeps an ensemble of a curved model from closing in on the wrong place.
  public init?(
    places: [[Double]], readings: [[Double]], figures: [Double], variances: [Double], inflation: Double = 1
  ) {
    guard let unknowns = places.first?.count, unknowns > 0 else { return nil }
    let freedom = places.count - unknowns - 1
    guard freedom > 2, !figures.isEmpty else { return nil }
    let (middle, level) = (Self.means(places), Self.means(readings))
    let from = places.map { zip($0, middle).map { $0 - $1 } }
    let to = readings.map { zip($0, level).map { $0 - $1 } }
    let across = Matrix.transpose(from)
    guard let spread = Matrix.inverse(Matrix.product(across, from)) else { return nil }
    var slopes = Matrix.product(spread, Matrix.product(across, to))
    let left = zip(to, Matrix.product(from, slopes)).map { zip($0, $1).map { $0 - $1 } }
    var rest = Matrix.product(Matrix.transpose(left), left).map { $0.map { $0 / Double(freedom) } }
    for unknown in slopes.indices {
      for figure in figures.indices {
        let variance = spread[unknown][unknown] * rest[figure][figure]
        let square = slopes[unknown][figure] * slopes[unknown][figure]
        slopes[unknown][figure] *= square > variance ? 1 - variance / square : 0
      }
    }
    // The share of the covariances that is given up for the diagonal, and what the inverse of an estimate is too large by.
    let kept = Double(freedom) / Double(freedom + figures.count)
    let honest = max(0.2, 1 - kept * kept * Double(figures.count + 1) / Double(freedom))
    for one in rest.indices {
      for other in rest.indices where one != other { rest[one][other] *= kept }
      rest[one][one] += variances[one]
    }
    deviations = rest.indices.map { rest[$0][$0].squareRoot() }
    let scaled = rest.map { $0.map { $0 * inflation / honest } }
    guard let precision = Matrix.inverse(scaled) else { return nil }
    let gain = Matrix.product(slopes, precision)
    var information = Matrix.product(gain, Matrix.transpose(slopes))
    for unknown in information.indices { information[unknown][unknown] += 1 }
    guard let covariance = Matrix.inverse(information) else { return nil }
    let back = Matrix.product(Matrix.transpose(slopes), middle)
    let atStart = zip(level, back).map { $0 - $1 }
    let gap = zip(figures, atStart).map { $0 - $1 }
    let mean = Matrix.product(covariance, Matrix.product(gain, gap))
    guard mean.allSatisfy(\.isFinite) else { return nil }
    self.mean = mean
    self.covariance = covariance
    expectedAtStart = atStart
    expected = zip(atStart, Matrix.product(Matrix.transpose(slopes), mean)).map { $0 + $1 }
  }

  /// Turns independent normal scores into places that have this mean and covariance; nil where the covariance has no root.
  public static func places(
    mean: [Double], covariance: [[Double]], scores: [[Double]]
  ) -> [[Double]]? {
    guard let root = Matrix.cholesky(covariance) else { return nil }
    return scores.map { scores in
      root.indices.map { place in mean[place] + zip(root[place], scores).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }

  private static func means(_ rows: [[Double]]) -> [Double] {
    rows.reduce([Double](repeating: 0, count: rows[0].count)) { zip($0, $1).map { $0 + $1 } }
      .map { $0 / Double(rows.count) }
  }
}
