/// Steady state of a chain that moves one step up or down at a time.
enum BirthDeath {
  /// Probabilities of the states 0, 1, …, n where `births[i]` is the rate from i to i + 1 and `deaths[i]` the rate from
  /// i + 1 back to i, all deaths positive. Weights are scaled by the largest so that none overflows.
  static func distribution(births: [Double], deaths: [Double]) -> [Double] {
    var logs = [0.0]
    for (birth, death) in zip(births, deaths) {
      logs.append(logs[logs.count - 1] + logarithm(birth / death))
    }
    let highest = logs.max() ?? 0
    let weights = logs.map { exponential($0 - highest) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Mean of a law over 0, 1, …, n.
  static func mean(_ probabilities: [Double]) -> Double {
    probabilities.indices.reduce(0) { $0 + Double($1) * probabilities[$1] }
  }
}
