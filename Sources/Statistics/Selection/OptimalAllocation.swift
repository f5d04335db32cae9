/// Where replications are best spent when the design with the largest mean is looked for.
///
/// Source: C.-H. Chen, J. Lin, E. Yücesan and S. E. Chick, "Simulation budget allocation for further enhancing the
/// efficiency of ordinal optimization", Discrete Event Dynamic Systems 10, 2000.
public enum OptimalAllocation {
  /// The share of all replications that each design should have, summing to 1, from means and variances so far.
  ///
  /// Designs that tie with the best are taken to differ by a millionth of the largest spread.
  public static func shares(means: [Double], variances: [Double]) -> [Double] {
    precondition(means.count == variances.count && means.count >= 2, "An allocation needs two designs.")
    let best = self.best(means)
    let scale = max(1e-300, variances.max() ?? 0).squareRoot()
    var weights = means.indices.map { design -> Double in
      let distance = max(means[best] - means[design], 1e-6 * scale)
      return max(variances[design], 1e-12 * scale * scale) / (distance * distance)
    }
    var squares = 0.0
    for design in means.indices where design != best {
      squares += weights[design] * weights[design] / max(variances[design], 1e-12 * scale * scale)
    }
    weights[best] = (max(variances[best], 1e-12 * scale * scale) * squares).squareRoot()
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// How many of `more` further replications each design should get, given those it has; they sum to `more`.
  public static func next(_ more: Int, means: [Double], variances: [Double], counts: [Int]) -> [Int] {
    let shares = shares(means: means, variances: variances)
    let total = Double(counts.reduce(0, +) + more)
    let wanted = zip(shares, counts).map { max(0, $0 * total - Double($1)) }
    let sum = wanted.reduce(0, +)
    guard sum > 0 else {
      let order = means.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
      return means.indices.map { $0 == order[0] ? more : 0 }
    }
    let exact = wanted.map { $0 * Double(more) / sum }
    var whole = exact.map { Int($0) }
    let rest = more - whole.reduce(0, +)
    let order = exact.indices.sorted {
      (exact[$1] - Double(whole[$1]), $0) < (exact[$0] - Double(whole[$0]), $1)
    }
    for design in order.prefix(max(0, rest)) { whole[design] += 1 }
    return whole
  }

  /// A lower bound of the probability that the design with the largest mean is the best, by Bonferroni, as though the
  /// designs were independent: on common random numbers, where results rise and fall together, it is cautious.
  public static func probabilityCorrect(means: [Double], variances: [Double], counts: [Int]) -> Double {
    let best = self.best(means)
    var doubt = 0.0
    for design in means.indices where design != best {
      let spread = variances[best] / Double(counts[best]) + variances[design] / Double(counts[design])
      let distance = means[best] - means[design]
      doubt +=
        spread > 0
        ? SpecialFunctions.normalCumulative(-distance / spread.squareRoot()) : distance > 0 ? 0 : 0.5
    }
    return max(0, 1 - doubt)
  }

  private static func best(_ means: [Double]) -> Int { means.indices.max { means[$0] < means[$1] } ?? 0 }
}
