/// Nonlinear least squares with a prior: the residuals are scaled to a standard deviation of 1, and so is each unknown,
/// whose prior is normal with mean 0.
///
/// What is minimised is the sum of the squared residuals and of the squared unknowns. Near the least, the inverse of
/// `JᵀJ + 1` is the covariance of the unknowns (the Laplace approximation, exact for a linear model).
public struct RidgeStep: Sendable {
  /// `jacobian[residual][unknown]`: how each residual changes with each unknown.
  public let jacobian: [[Double]]
  public let residuals: [Double]
  public let unknowns: [Double]

  /// As many rows as residuals, each as long as there are unknowns.
  public init(jacobian: [[Double]], residuals: [Double], unknowns: [Double]) {
    precondition(
      jacobian.count == residuals.count && jacobian.allSatisfy { $0.count == unknowns.count },
      "The slopes do not fit the residuals and the unknowns.")
    (self.jacobian, self.residuals, self.unknowns) = (jacobian, residuals, unknowns)
  }

  /// Sum of squares that is minimised.
  public static func loss(residuals: [Double], unknowns: [Double]) -> Double {
    residuals.reduce(0) { $0 + $1 * $1 } + unknowns.reduce(0) { $0 + $1 * $1 }
  }

  /// The change of the unknowns that Levenberg and Marquardt's method proposes; with damping 0 that of Gauss and
  /// Newton. Nil where the slopes are not finite.
  public func step(damping: Double = 0) -> [Double]? {
    guard let inverse = Matrix.inverse(normal(damping: damping)) else { return nil }
    let slope = unknowns.indices.map { unknown in
      unknowns[unknown] + jacobian.indices.reduce(0.0) { $0 + jacobian[$1][unknown] * residuals[$1] }
    }
    let change = inverse.map { row in -zip(row, slope).reduce(0.0) { $0 + $1.0 * $1.1 } }
    return change.allSatisfy(\.isFinite) ? change : nil
  }

  /// Covariance of the unknowns given the residuals; nil where the slopes are not finite.
  public var covariance: [[Double]]? {
    guard let inverse = Matrix.inverse(normal(damping: 0)),
      inverse.allSatisfy({ $0.allSatisfy(\.isFinite) })
    else { return nil }
    return inverse
  }

  private func normal(damping: Double) -> [[Double]] {
    unknowns.indices.map { one in
      unknowns.indices.map { other in
        let product = jacobian.reduce(0.0) { $0 + $1[one] * $1[other] }
        return one == other ? (product + 1) * (1 + damping) : product
      }
    }
  }
}
