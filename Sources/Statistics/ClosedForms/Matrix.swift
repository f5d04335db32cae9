/// Small dense matrices as rows of numbers.
enum Matrix {
  /// Inverse by Gauss-Jordan elimination with the largest pivot of each column; nil for a singular matrix. The matrix
  /// must be square. Time of order n cubed.
  static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    let size = matrix.count
    var rows = matrix.enumerated().map { index, row in
      row + (0..<size).map { $0 == index ? 1.0 : 0.0 }
    }
    for column in 0..<size {
      let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      guard abs(rows[pivot][column]) > 1e-14 else { return nil }
      rows.swapAt(column, pivot)
      let scale = rows[column][column]
      rows[column] = rows[column].map { $0 / scale }
      for other in 0..<size where other != column {
        let factor = rows[other][column]
        guard factor != 0 else { continue }
        for place in rows[other].indices { rows[other][place] -= factor * rows[column][place] }
      }
    }
    return rows.map { Array($0[size...]) }
  }
}
