import CGSL

/// Small dense matrices as rows of numbers.
enum Matrix {
  static func transpose(_ matrix: [[Double]]) -> [[Double]] {
    (matrix.first ?? []).indices.map { column in matrix.map { $0[column] } }
  }

  /// Rows of the first times columns of the second, which has as many rows as the first has columns.
  static func product(_ one: [[Double]], _ other: [[Double]]) -> [[Double]] {
    let columns = other.first?.count ?? 0
    return one.map { row in
      var sums = [Double](repeating: 0, count: columns)
      for (place, factor) in row.enumerated() where factor != 0 {
        for column in 0..<columns { sums[column] += factor * other[place][column] }
      }
      return sums
    }
  }

  /// A matrix times a column.
  static func product(_ matrix: [[Double]], _ column: [Double]) -> [Double] {
    matrix.map { row in zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Cholesky's lower triangle of a symmetric matrix; nil where it is not positive definite.
  static func cholesky(_ matrix: [[Double]]) -> [[Double]]? {
    var rows: [[Double]] = []
    for place in matrix.indices {
      var row: [Double] = []
      for column in 0..<place {
        let told = row.indices.reduce(0) { $0 + row[$1] * rows[column][$1] }
        row.append((matrix[place][column] - told) / rows[column][column])
      }
      let rest = matrix[place][place] - row.reduce(0) { $0 + $1 * $1 }
      guard rest > 0, rest.isFinite else { return nil }
      rows.append(row + [rest.squareRoot()])
    }
    return rows
  }

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
