import Experiments
import Results

/// What the replications say of one number: for tables and sentences of evidence.
struct Spread {
  let estimate: Estimate
  let p80: Double

  init(_ values: [Double]) {
    estimate = Estimate(values)
    let sorted = values.filter(\.isFinite).sorted()
    p80 = sorted.isEmpty ? .nan : Quantile.of(sorted, 0.8)
  }

  var mean: Double { estimate.mean }
  var p10: Double { estimate.p10 }
  var p50: Double { estimate.p50 }
  var p90: Double { estimate.p90 }
  var lower: Double { estimate.n > 0 ? estimate.interval.lowerBound : .nan }
  var upper: Double { estimate.n > 0 ? estimate.interval.upperBound : .nan }
}
