/// What a forecast says of one number: its quantiles at two hundred even levels, (i + ½) / 200.
public struct QuantileForecast: Sendable, Equatable {
  /// The probabilities at which a forecast has a quantile, in ascending order.
  public static let levels = (0..<200).map { (Double($0) + 0.5) / 200 }
  private static let normal = levels.map { SpecialFunctions.normalQuantile($0) }

  /// One for each level, in ascending order.
  public let quantiles: [Double]

  /// - Parameter quantiles: one for each level, in ascending order.
  public init(quantiles: [Double]) {
    precondition(quantiles.count == Self.levels.count, "A forecast has a quantile at each level.")
    self.quantiles = quantiles
  }

  /// Of a law that is normal on a scale.
  ///
  /// - Parameters:
  ///   - middle: its mean there, which is the place of the median.
  ///   - deviation: its standard deviation there, 0 or more.
  public init(middle: Double, deviation: Double, on scale: ForecastScale) {
    quantiles = Self.normal.map { scale.value(at: middle + deviation * $0) }
  }

  /// Of a sample, at least one number, each with a weight of 0 or more that do not sum to 0; all weigh the same unless
  /// weights are given.
  ///
  /// Between the numbers in ascending order the quantile rises evenly, by the mean of two neighbours' weights. With equal
  /// weights that is type 7 of Hyndman and Fan, as everywhere else.
  public init(sample: [Double], weights: [Double]? = nil) {
    precondition(!sample.isEmpty, "A forecast needs at least one number.")
    guard let weights else {
      let sorted = sample.sorted()
      quantiles = Self.levels.map { Sample.quantile(sorted: sorted, $0) }
      return
    }
    let spread = WeightedSample(sample, weights)
    quantiles = Self.levels.map { spread.quantile($0) }
  }

  /// The quantile at a probability: linear between the levels, and that of the last level beyond it.
  public func quantile(_ probability: Double) -> Double {
    let place = probability * Double(quantiles.count) - 0.5
    guard place > 0 else { return quantiles[0] }
    let below = Int(place)
    guard below + 1 < quantiles.count else { return quantiles[quantiles.count - 1] }
    return quantiles[below] + (place - Double(below)) * (quantiles[below + 1] - quantiles[below])
  }

  public var median: Double { quantile(0.5) }

  /// The continuous ranked probability score of an outcome, in the outcome's unit; smaller is better.
  ///
  /// It is twice the mean over the levels of the quantile loss (T. Gneiting and A. E. Raftery, "Strictly proper scoring
  /// rules, prediction, and estimation", Journal of the American Statistical Association 102, 2007).
  public func score(_ outcome: Double) -> Double {
    var sum = 0.0
    for (level, quantile) in zip(Self.levels, quantiles) {
      let error = outcome - quantile
      sum += max(level * error, (level - 1) * error)
    }
    return 2 * sum / Double(quantiles.count)
  }

  /// Whether the middle range that is to hold this share of outcomes holds one.
  public func holds(_ outcome: Double, share: Double) -> Bool {
    quantile((1 - share) / 2) <= outcome && outcome <= quantile((1 + share) / 2)
  }

  /// The probability integral transform of an outcome: the share of the forecast that lies below it, counting half of what
  /// equals it. Even from 0 to 1 over many outcomes where forecasts are as wide as they should be.
  public func rank(of outcome: Double) -> Double {
    let below = quantiles.count { $0 < outcome }
    let equal = quantiles.count { $0 == outcome }
    return (Double(below) + 0.5 * Double(equal)) / Double(quantiles.count)
  }

  /// The same forecast, moved and widened or narrowed part of the way to a law that is normal on a scale: its median by that
  /// share of the distance to the law's middle, and its spread, read off the middle two thirds, by as much of the difference.
  ///
  /// - Parameters:
  ///   - share: from 0, which leaves it, to 1.
  ///   - deviation: the law's standard deviation on the scale, 0 or more.
  public func drawn(
    by share: Double, toMiddle middle: Double, deviation: Double, on scale: ForecastScale
  ) -> QuantileForecast {
    let own = scale.place(of: median)
    let (low, high) = (scale.place(of: quantile(Self.oneBelow)), scale.place(of: quantile(1 - Self.oneBelow)))
    guard own.isFinite, middle.isFinite else { return self }
    let spread = (high - low) / 2
    let aim = own + share * (middle - own)
    guard spread > 0 else {
      return QuantileForecast(middle: aim, deviation: share * deviation, on: scale)
    }
    let factor = (spread + share * (deviation - spread)) / spread
    return QuantileForecast(
      quantiles: quantiles.map { quantile in
        let place = scale.place(of: quantile)
        return place.isFinite ? scale.value(at: aim + factor * (place - own)) : quantile
      })
  }

  /// What of a normal law lies more than one standard deviation below its middle.
  private static let oneBelow = 0.158_655_253_931_457

  /// The same forecast, with every distance from its median on a scale multiplied by a factor of 0 or more.
  public func widened(by factor: Double, on scale: ForecastScale) -> QuantileForecast {
    let middle = scale.place(of: median)
    guard middle.isFinite else { return self }
    return QuantileForecast(
      quantiles: quantiles.map { quantile in
        let place = scale.place(of: quantile)
        return place.isFinite ? scale.value(at: middle + factor * (place - middle)) : quantile
      })
  }
}

extension Sample {
  /// The continuous ranked probability score of an outcome against a sample in ascending order, in the outcome's unit: the
  /// mean distance from the outcome, less half the mean distance of two draws.
  ///
  /// There must be at least one number. Linear time.
  public static func rankedScore(sorted: [Double], outcome: Double) -> Double {
    precondition(!sorted.isEmpty, "A score needs at least one number.")
    let count = Double(sorted.count)
    var (distance, apart) = (0.0, 0.0)
    for (place, number) in sorted.enumerated() {
      distance += (number - outcome).magnitude
      apart += (2 * Double(place) + 1 - count) * number
    }
    return distance / count - apart / (count * count)
  }
}
