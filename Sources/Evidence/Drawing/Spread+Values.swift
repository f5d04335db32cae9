import Experiments
import Results
import Statistics

extension Spread {
  /// Of a number that each replication has; those that are not finite are left out.
  init(_ values: [Double]) {
    self.init(Estimate(values))
    let sorted = values.filter(\.isFinite).sorted()
    if !sorted.isEmpty { p80 = Sample.quantile(sorted: sorted, 0.8) }
  }
}
