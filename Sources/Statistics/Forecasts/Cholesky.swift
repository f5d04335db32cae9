/// Triangular factors of small covariance matrices.
enum Cholesky {
  /// Overwrites a symmetric matrix with its lower triangular factor; false where it is not positive definite.
  ///
  /// - Parameter matrix: row by row; only what stands on and below the diagonal is read and written.
  static func factor(_ matrix: inout [Double], _ size: Int) -> Bool {
    matrix.withUnsafeMutableBufferPointer { cells in
      for row in 0..<size {
        for column in 0...row {
          var rest = cells[row * size + column]
          for place in 0..<column { rest -= cells[row * size + place] * cells[column * size + place] }
          if column < row {
            cells[row * size + column] = rest / cells[column * size + column]
          } else {
            guard rest > 0 else { return false }
            cells[row * size + row] = rest.squareRoot()
          }
        }
      }
      return true
    }
  }

  /// The logarithm of the density of a normal law with mean 0 at some values, without its constant; nil where the matrix
  /// is not positive definite.
  ///
  /// - Parameter matrix: the covariance. It is overwritten with its factor.
  static func logDensity(_ matrix: inout [Double], _ size: Int, _ values: [Double]) -> Double? {
    guard factor(&matrix, size) else { return nil }
    var sum = 0.0
    var residuals = values
    for row in 0..<size {
      for place in 0..<row { residuals[row] -= matrix[row * size + place] * residuals[place] }
      residuals[row] /= matrix[row * size + row]
      sum -= 0.5 * residuals[row] * residuals[row] + logarithm(matrix[row * size + row])
    }
    return sum
  }

  /// The solutions of a system for several right sides; nil where the matrix is not positive definite.
  ///
  /// - Parameter matrix: symmetric, row by row.
  static func solved(_ matrix: [Double], _ size: Int, _ sides: [[Double]]) -> [[Double]]? {
    var matrix = matrix
    guard factor(&matrix, size) else { return nil }
    return sides.map { side in
      var found = side
      for row in 0..<size {
        for place in 0..<row { found[row] -= matrix[row * size + place] * found[place] }
        found[row] /= matrix[row * size + row]
      }
      for row in (0..<size).reversed() {
        for place in (row + 1)..<max(size, row + 1) {
          found[row] -= matrix[place * size + row] * found[place]
        }
        found[row] /= matrix[row * size + row]
      }
      return found
    }
  }
}
