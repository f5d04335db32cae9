/// Whole numbers that come as near to given shares as whole numbers can, and add up exactly.
package enum Apportionment {
  /// Divides a number by shares, by the largest remainder; of equal remainders the first comes first.
  package static func whole(_ total: Int, by shares: [Double]) -> [Int] {
    let sum = shares.reduce(0, +)
    guard sum > 0 else { return shares.indices.map { $0 == 0 ? total : 0 } }
    let exact = shares.map { Double(total) * $0 / sum }
    var parts = exact.map { Int(($0 + 1e-9).rounded(.down)) }
    let order = shares.indices.sorted { one, two in
      let (a, b) = (exact[one] - Double(parts[one]), exact[two] - Double(parts[two]))
      return abs(a - b) < 1e-9 ? one < two : a > b
    }
    let left = total - parts.reduce(0, +)
    for step in 0..<max(0, left) { parts[order[step % order.count]] += 1 }
    return parts
  }

  /// The same with a limit for each part: what does not fit goes to the others by their shares.
  ///
  /// - Returns: parts that add up to the total, or to all limits where these are less.
  package static func whole(_ total: Int, by shares: [Double], atMost limits: [Int]) -> [Int] {
    var parts = shares.map { _ in 0 }
    var open = shares.indices.filter { limits[$0] > 0 }
    var left = min(total, limits.reduce(0) { $0 + max($1, 0) })
    while left > 0, !open.isEmpty {
      let shared = whole(left, by: open.map { max(shares[$0], 1e-12) })
      for (place, share) in zip(open, shared) { parts[place] = min(parts[place] + share, limits[place]) }
      open = open.filter { parts[$0] < limits[$0] }
      left = min(total, limits.reduce(0) { $0 + max($1, 0) }) - parts.reduce(0, +)
    }
    return parts
  }

  /// Whole numbers that stand to one another as given ones do, with another total (Webster's method): as the total grows
  /// none of them falls, and with the total of the given ones they are these.
  ///
  /// - Parameters:
  ///   - total: 0 or more.
  ///   - parts: 0 or more each.
  /// - Returns: parts that add up to the total; all 0 where the given ones are.
  package static func scaled(_ parts: [Int], to total: Int) -> [Int] {
    let sum = parts.reduce(0, +)
    guard sum > 0 else { return parts }
    func rounded(_ ratio: Double) -> [Int] {
      // Of equal parts the first is rounded up first.
      parts.enumerated().map { Int((Double($1) * ratio + 0.5 - 1e-9 * Double($0 + 1)).rounded(.down)) }
    }
    var (low, high) = (0.0, 2 * Double(total) / Double(sum) + 2)
    for _ in 0..<64 {
      let middle = (low + high) / 2
      if rounded(middle).reduce(0, +) < total { low = middle } else { high = middle }
    }
    return rounded(high)
  }

  /// A table of whole numbers with those row and column totals, as near as can be to one in proportion to the seed.
  ///
  /// The seed is scaled to the totals by iterative proportional fitting, and then rounded up or down cell by cell so
  /// that both totals hold. The totals of rows and of columns must be equal.
  static func table(_ seed: [[Double]], rows: [Int], columns: [Int]) -> [[Int]] {
    precondition(rows.reduce(0, +) == columns.reduce(0, +), "Rows and columns have the same total.")
    let exact = fitted(seed, rows, columns)
    var cells = exact.map { $0.map { Int(($0 + 1e-7).rounded(.down)) } }
    var rounding = Rounding(
      fractions: rows.indices.map { row in
        columns.indices.map { max(0, exact[row][$0] - Double(cells[row][$0])) }
      },
      rowsLeft: rows.indices.map { rows[$0] - cells[$0].reduce(0, +) },
      columnsLeft: columns.indices.map { column in columns[column] - cells.reduce(0) { $0 + $1[column] } })
    rounding.run()
    for row in rows.indices {
      for column in columns.indices { cells[row][column] += rounding.added[row][column] }
    }
    return cells
  }

  /// The seed scaled to the totals. A cell that the seed leaves empty gets next to nothing, so that any totals can be
  /// met.
  private static func fitted(_ seed: [[Double]], _ rows: [Int], _ columns: [Int]) -> [[Double]] {
    let largest = max(seed.joined().max() ?? 0, 1e-300)
    var cells = rows.indices.map { row in
      columns.indices.map { column in
        rows[row] > 0 && columns[column] > 0 ? max(seed[row][column], largest * 1e-6) : 0
      }
    }
    for _ in 0..<500 {
      var change = 0.0
      for row in rows.indices {
        let sum = cells[row].reduce(0, +)
        guard sum > 0 else { continue }
        let factor = Double(rows[row]) / sum
        change = max(change, abs(factor - 1))
        for column in columns.indices { cells[row][column] *= factor }
      }
      for column in columns.indices {
        let sum = cells.reduce(0) { $0 + $1[column] }
        guard sum > 0 else { continue }
        let factor = Double(columns[column]) / sum
        for row in rows.indices { cells[row][column] *= factor }
      }
      if change < 1e-12 { break }
    }
    return cells
  }
}

/// Which cells of a table are rounded up, so that rows and columns come out whole: those with the largest fractions
/// first, and then others put in their place along a chain of rows and columns until everything fits.
private struct Rounding {
  let fractions: [[Double]]
  var rowsLeft: [Int]
  var columnsLeft: [Int]
  var added: [[Int]]

  init(fractions: [[Double]], rowsLeft: [Int], columnsLeft: [Int]) {
    self.fractions = fractions
    self.rowsLeft = rowsLeft
    self.columnsLeft = columnsLeft
    added = fractions.map { $0.map { _ in 0 } }
  }

  mutating func run() {
    let cells = fractions.indices.flatMap { row in fractions[row].indices.map { (row, $0) } }
      .filter { fractions[$0.0][$0.1] > 1e-7 }
      .sorted { one, two in
        let (a, b) = (fractions[one.0][one.1], fractions[two.0][two.1])
        return a == b ? one < two : a > b
      }
    for (row, column) in cells where rowsLeft[row] > 0 && columnsLeft[column] > 0 { add(row, column) }
    for row in rowsLeft.indices {
      while rowsLeft[row] > 0 {
        if !exchange(from: row) {
          guard let column = columnsLeft.firstIndex(where: { $0 > 0 }) else { break }
          add(row, column)
        }
      }
    }
  }

  private mutating func add(_ row: Int, _ column: Int) {
    added[row][column] += 1
    rowsLeft[row] -= 1
    columnsLeft[column] -= 1
  }

  /// Rounds one more cell of the row up, and moves others out of the way; false where no chain does it.
  private mutating func exchange(from start: Int) -> Bool {
    var rowOfColumn: [Int?] = columnsLeft.map { _ in nil }
    var columnOfRow: [Int?] = rowsLeft.map { _ in nil }
    var queue = [start]
    while !queue.isEmpty {
      let row = queue.removeFirst()
      for column in columnsLeft.indices
      where rowOfColumn[column] == nil && added[row][column] == 0 && fractions[row][column] > 1e-7 {
        rowOfColumn[column] = row
        if columnsLeft[column] > 0 {
          follow(to: column, rowOfColumn, columnOfRow, start)
          return true
        }
        for other in rowsLeft.indices
        where other != start && columnOfRow[other] == nil && added[other][column] == 1 {
          columnOfRow[other] = column
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func follow(to end: Int, _ rowOfColumn: [Int?], _ columnOfRow: [Int?], _ start: Int) {
    var column = end
    columnsLeft[end] -= 1
    rowsLeft[start] -= 1
    while let row = rowOfColumn[column] {
      added[row][column] = 1
      guard row != start, let before = columnOfRow[row] else { return }
      added[row][before] = 0
      column = before
    }
  }
}
