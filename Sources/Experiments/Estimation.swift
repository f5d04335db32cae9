import Results
import Statistics

extension Estimate {
  /// What the values of the replications say; values that are not finite are left out.
  package init(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else {
      self.init(
        n: 0, mean: .nan, standardDeviation: .nan, standardError: .nan, interval: 0...0, p05: .nan, p10: .nan,
        p25: .nan, p50: .nan, p75: .nan, p90: .nan, p95: .nan)
      return
    }
    let tally = Tally(sorted)
    func quantile(_ p: Double) -> Double { Sample.quantile(sorted: sorted, p) }
    let interval = tally.meanInterval()
    self.init(
      n: sorted.count, mean: tally.mean, standardDeviation: tally.standardDeviation,
      standardError: tally.standardError,
      interval: (interval?.lower ?? tally.mean)...(interval?.upper ?? tally.mean), p05: quantile(0.05),
      p10: quantile(0.10), p25: quantile(0.25), p50: quantile(0.50), p75: quantile(0.75),
      p90: quantile(0.90), p95: quantile(0.95))
  }
}
