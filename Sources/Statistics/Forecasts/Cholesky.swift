/// Triangular factors of small covariance matrices.
enum Cholesky {
  /// The logarithm of the density of a normal law with mean 0 at some values, without its constant; nil where the matrix
  /// is not positive definite.
  ///
  /// - Parameter matrix: the covariance, row by row; only what stands on and below the diagonal is read. It is overwritten
  ///   with its factor.
  static func logDensity(_ matrix: inout [Double], _ size: Int, _ values: [Double]) -> Double? {
    var sum = 0.0
    var residuals = values
    let isSound = matrix.withUnsafeMutableBufferPointer { cells -> Bool in
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
        for place in 0..<row { residuals[row] -= cells[row * size + place] * residuals[place] }
        residuals[row] /= cells[row * size + row]
        sum -= 0.5 * residuals[row] * residuals[row] + logarithm(cells[row * size + row])
      }
      return true
    }
    return isSound ? sum : nil
  }
}
