/// Where a risk stands in the matrix.
///
/// For each impact k the likelihood band of P(impact ≥ k) is taken; the cell is the k with the largest product of the two,
/// ties to the larger k. Impacts that no replication reached do not count; where none was reached the cell is the lowest.
package struct RegisterCell: Sendable, Equatable {
  /// Likelihood band, impact band, both from 1.
  package let likelihood: Int
  package let impact: Int
  package var score: Int { likelihood * impact }
  /// The product for each impact, from 1 up.
  package let scores: [Int]

  /// - Parameter exceedance: P(impact ≥ k) for k = 1, 2, …
  package init(exceedance: [Double], band: (Double) -> Int) {
    let bands = exceedance.map(band)
    let scores = bands.enumerated().map { ($0.offset + 1) * $0.element }
    var best = 0
    for place in scores.indices where exceedance[place] > 0 && scores[place] >= scores[best] { best = place }
    self.scores = scores
    likelihood = bands.isEmpty ? 1 : bands[best]
    impact = best + 1
  }
}
