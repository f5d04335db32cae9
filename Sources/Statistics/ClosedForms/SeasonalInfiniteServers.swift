/// A population without limit whose Poisson arrivals rise and fall as a sine wave, with exponential stays
/// (Eick, Massey and Whitt, 1993, section 4): arrivals at t come at mean rate (1 + amplitude sin(2 pi t / period)).
public struct SeasonalInfiniteServers: Sendable {
  /// Mean arrivals per unit of time.
  public let arrivalRate: Double
  /// Swing of the arrivals relative to their mean, from 0 to 1.
  public let relativeAmplitude: Double
  /// Length of one cycle.
  public let period: Double
  /// Mean stay.
  public let meanStay: Double

  /// Rate zero or more, amplitude in 0...1, period and stay positive, all in one unit of time.
  public init(
    arrivalRate: Double, relativeAmplitude: Double, period: Double, meanStay: Double
  ) throws(CalculationError) {
    try Check.notNegative("arrivalRate", arrivalRate)
    try Check.probability("relativeAmplitude", relativeAmplitude)
    try Check.positive("period", period)
    try Check.positive("meanStay", meanStay)
    (self.arrivalRate, self.relativeAmplitude) = (arrivalRate, relativeAmplitude)
    (self.period, self.meanStay) = (period, meanStay)
  }

  private var frequency: Double { 2 * Double.pi / period }

  /// Mean number over a whole cycle.
  public var mean: Double { arrivalRate * meanStay }
  /// How far the mean number swings to either side, in people.
  public var amplitude: Double {
    let rate = 1 / meanStay
    return arrivalRate * relativeAmplitude / (rate * rate + frequency * frequency).squareRoot()
  }
  /// How long after the arrivals the number peaks.
  public var lag: Double { arcTangent(frequency * meanStay) / frequency }
  /// When arrivals peak in the first cycle.
  public var arrivalPeakTime: Double { period / 4 }
  /// When the number peaks in the first cycle or just after it.
  public var peakTime: Double { arrivalPeakTime + lag }

  /// Mean number at a time, long after the start.
  public func mean(at time: Double) -> Double {
    let rate = 1 / meanStay
    let swing = rate * sine(frequency * time) - frequency * cosine(frequency * time)
    return mean + arrivalRate * relativeAmplitude * swing / (rate * rate + frequency * frequency)
  }
}
