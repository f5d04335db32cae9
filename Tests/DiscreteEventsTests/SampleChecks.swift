import DiscreteEvents

/// The Kolmogorov-Smirnov statistic times the root of the sample size: above 1.95 in 1 of 1,000 samples of a
/// continuous law.
func kolmogorovSmirnov(_ sample: [Double], cdf: (Double) -> Double) -> Double {
  let size = Double(sample.count)
  var widest = 0.0
  for (index, value) in sample.sorted().enumerated() {
    let expected = cdf(value)
    widest = max(widest, Double(index + 1) / size - expected, expected - Double(index) / size)
  }
  return widest * size.squareRoot()
}

/// How many standard errors the sample's mean lies from the expected one.
func standardErrors(of sample: [Double], from expected: Double) -> Double {
  let size = Double(sample.count)
  let mean = sample.reduce(0, +) / size
  let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (size - 1)
  if variance == 0 { return mean == expected ? 0 : .infinity }
  return abs(mean - expected) / (variance / size).squareRoot()
}

/// Draws from one stream of a pinned seed.
func draws(_ count: Int, seed: UInt64, _ draw: (RandomStream) -> Double) -> [Double] {
  let streams = RandomStreams(seed: seed, replication: 0)
  let stream = streams.stream(1, entity: 1)
  return (0..<count).map { _ in draw(stream) }
}
