import Results
import Statistics

extension Estimate {
  /// What the values of the replications say; values that are not finite are left out.
  package init(_ values: [Double]) {
    self = .none
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return }
    let tally = Tally(sorted)
    func quantile(_ p: Double) -> Double { Sample.quantile(sorted: sorted, p) }
    let ends = tally.meanInterval()
    n = sorted.count
    (mean, standardDeviation, standardError) = (tally.mean, tally.standardDeviation, tally.standardError)
    interval = (ends?.lower ?? mean)...(ends?.upper ?? mean)
    (p05, p10, p25, p50) = (quantile(0.05), quantile(0.10), quantile(0.25), quantile(0.50))
    (p75, p90, p95) = (quantile(0.75), quantile(0.90), quantile(0.95))
  }
}

extension Spread {
  /// Of a number that each replication has; those that are not finite are left out.
  package init(_ values: [Double]) {
    self.init(Estimate(values))
    let sorted = values.filter(\.isFinite).sorted()
    if !sorted.isEmpty { p80 = Sample.quantile(sorted: sorted, 0.8) }
  }
}
