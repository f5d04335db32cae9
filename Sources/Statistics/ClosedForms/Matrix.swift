import CGSL

/// Small dense matrices as rows of numbers.
enum Matrix {
  /// Inverse by the GNU Scientific Library's LU decomposition; nil for a matrix that is singular or not finite. The matrix
  /// must be square. Time of order n cubed.
  static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    let size = matrix.count
    guard size > 0 else { return [] }
    guard matrix.allSatisfy({ $0.allSatisfy(\.isFinite) }), let rows = gsl_matrix_alloc(size, size),
      let inverse = gsl_matrix_alloc(size, size), let order = gsl_permutation_alloc(size)
    else { return nil }
    defer {
      gsl_matrix_free(rows)
      gsl_matrix_free(inverse)
      gsl_permutation_free(order)
    }
    for (row, numbers) in matrix.enumerated() {
      for (column, number) in numbers.enumerated() { gsl_matrix_set(rows, row, column, number) }
    }
    var sign: Int32 = 0
    gsl_linalg_LU_decomp(rows, order, &sign)
    guard (0..<size).allSatisfy({ abs(gsl_matrix_get(rows, $0, $0)) > 1e-14 }) else { return nil }
    gsl_linalg_LU_invert(rows, order, inverse)
    return (0..<size).map { row in (0..<size).map { gsl_matrix_get(inverse, row, $0) } }
  }
}
