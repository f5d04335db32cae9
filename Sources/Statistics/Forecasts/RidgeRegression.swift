/// Least squares with a penalty on the coefficients, without an intercept: for features and outcomes about their means.
public struct RidgeRegression: Sendable {
  /// One for each feature.
  public let coefficients: [Double]

  /// - Parameters:
  ///   - features: a row for each outcome.
  ///   - penalty: added to the sum of squares of each feature; 0 or more.
  /// - Returns: nil where the features do not tell the coefficients apart.
  public init?(features: [[Double]], outcomes: [Double], penalty: Double) {
    precondition(features.count == outcomes.count, "Each outcome has its features.")
    guard let width = features.first?.count else { return nil }
    var products = Array(repeating: Array(repeating: 0.0, count: width), count: width)
    var right = Array(repeating: 0.0, count: width)
    for (row, outcome) in zip(features, outcomes) {
      for one in 0..<width {
        right[one] += row[one] * outcome
        for other in 0...one { products[one][other] += row[one] * row[other] }
      }
    }
    for one in 0..<width {
      for other in 0..<one { products[other][one] = products[one][other] }
      products[one][one] += penalty
    }
    guard let inverse = Matrix.inverse(products) else { return nil }
    coefficients = inverse.map { row in zip(row, right).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  public func prediction(_ features: [Double]) -> Double {
    zip(features, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
