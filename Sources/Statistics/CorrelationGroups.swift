/// Quantities of which some pairs are correlated, as groups that are independent of each other.
public struct CorrelationGroups: Sendable {
  /// Quantities that are correlated with each other, directly or through others.
  public struct Group: Sendable {
    /// Their places, in order.
    public let members: [Int]
    /// Cholesky's lower triangle: normal scores that are correlated as asked for are these rows times independent ones.
    public let rows: [[Double]]
  }

  /// A group whose correlations cannot all be true of the same quantities.
  public struct Fault: Sendable, Equatable {
    /// The pair to look at.
    public let first, second: Int
    /// What the pair could be while the others before it stay as they are; nil where nothing would do.
    public let allowed: ClosedRange<Double>?
    /// The greatest factor below 1, to two decimals, by which all correlations of the group may be multiplied.
    public let shrinkage: Double
  }

  public let groups: [Group]
  public let faults: [Fault]

  /// - Parameters:
  ///   - count: how many quantities there are.
  ///   - pairs: different quantities by their places, with correlations between -1 and 1; one that is not given is 0.
  public init(count: Int, pairs: [(first: Int, second: Int, correlation: Double)]) {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var root = Array(0..<count)
    func find(_ place: Int) -> Int { root[place] == place ? place : find(root[place]) }
    for pair in pairs where pair.correlation != 0 {
      matrix[pair.first][pair.second] = pair.correlation
      matrix[pair.second][pair.first] = pair.correlation
      let (one, other) = (find(pair.first), find(pair.second))
      root[max(one, other)] = min(one, other)
    }
    let families = Dictionary(grouping: 0..<count, by: find).values.filter { $0.count > 1 }
    var groups: [Group] = []
    var faults: [Fault] = []
    for members in families.sorted(by: { $0[0] < $1[0] }) {
      let part = members.map { one in members.map { matrix[one][$0] } }
      let (rows, failed) = Self.cholesky(part)
      if let failed {
        faults.append(Self.fault(part, rows, failed, members))
      } else {
        groups.append(Group(members: members, rows: rows))
      }
    }
    (self.groups, self.faults) = (groups, faults)
  }

  /// A square root of variance below which a quantity says nothing that the others do not say.
  private static let least = 1e-6

  /// The triangle of a matrix of correlations (the diagonal is taken to be 1) as far as it goes, and the first row that
  /// has none.
  private static func cholesky(_ matrix: [[Double]]) -> (rows: [[Double]], failed: Int?) {
    var rows: [[Double]] = []
    for place in matrix.indices {
      let row = weights(rows, Array(matrix[place].prefix(place)))
      let rest = 1 - row.reduce(0) { $0 + $1 * $1 }
      guard rest > least else { return (rows, place) }
      rows.append(row + [rest.squareRoot()])
    }
    return (rows, nil)
  }

  /// The weights of earlier independent scores that give these correlations with the earlier quantities.
  private static func weights(_ rows: [[Double]], _ correlations: [Double]) -> [Double] {
    var weights: [Double] = []
    for (place, correlation) in correlations.enumerated() {
      let told = weights.indices.reduce(0) { $0 + rows[place][$1] * weights[$1] }
      weights.append((correlation - told) / rows[place][place])
    }
    return weights
  }

  /// The pair of the failed row that needs the smallest change, or its strongest where none alone would do.
  private static func fault(
    _ matrix: [[Double]], _ rows: [[Double]], _ failed: Int, _ members: [Int]
  ) -> Fault {
    let row = Array(matrix[failed].prefix(failed))
    let there = weights(rows, row)
    var best: (place: Int, allowed: ClosedRange<Double>, change: Double)?
    for place in row.indices where row[place] != 0 {
      // The weights are linear in one correlation, so that their squares sum to a parabola in it.
      let slope = weights(rows, row.indices.map { $0 == place ? 1 : 0 })
      let (square, cross, rest) = (
        zip(slope, slope).reduce(0) { $0 + $1.0 * $1.1 },
        zip(slope, there).reduce(0) { $0 + $1.0 * $1.1 },
        there.reduce(0) { $0 + $1 * $1 } - (1 - least)
      )
      let inside = cross * cross - square * rest
      guard inside > 0 else { continue }
      let (middle, reach) = (row[place] - cross / square, inside.squareRoot() / square)
      let change = (row[place] - middle).magnitude - reach
      if change < best?.change ?? .infinity { best = (place, middle - reach...middle + reach, change) }
    }
    let strongest = row.indices.max { row[$0].magnitude < row[$1].magnitude } ?? 0
    return Fault(
      first: members[best?.place ?? strongest], second: members[failed], allowed: best?.allowed,
      shrinkage: shrinkage(matrix))
  }

  private static func shrinkage(_ matrix: [[Double]]) -> Double {
    let steps = (1...99).reversed()
    let enough = steps.first { step in
      cholesky(matrix.map { $0.map { $0 * Double(step) / 100 } }).failed == nil
    }
    return Double(enough ?? 0) / 100
  }
}
