/// A number that a simulation must come near to.
public struct ExpectedReading: Sendable, Equatable {
  /// Months, counted from 1, that a reading is taken over.
  public enum When: Sendable, Equatable {
    /// From the end of the warm-up to the end of the run, as an average.
    case longRun
    /// The position at the start.
    case opening
    /// The end of one month, or the month's count.
    case month(Int)
    /// Flows summed, rates as a ratio of sums, stocks at the end.
    case months(ClosedRange<Int>)
  }

  /// What is made of the values of the replications.
  public enum Statistic: Sendable, Equatable {
    case mean, sd, variance, varianceOverMean
    case quantile(Double)
    /// Share of replications with at least that value.
    case share(Double)
    /// Test of the whole distribution.
    case law(DiscreteLaw)
  }

  /// How near is near enough, beside the 3.29 standard errors.
  public enum Closeness: Sendable, Equatable {
    /// Largest half-width of the 95 per cent interval, relative to the exact value.
    case relativeHalfWidth(Double)
    case absoluteHalfWidth(Double)
    /// No chance is involved: largest difference allowed.
    case exact(Double)
  }

  /// Series whose values are added up.
  public struct Series: Sendable, Equatable {
    public let measure: String
    public let breakdowns: [String]
  }

  public let name: String
  public let series: Series
  /// Where set, the value is the ratio of the two means over all replications.
  public let over: Series?
  public let when: When
  public let statistic: Statistic
  /// The value that is compared is scale times the reading, plus offset.
  public let scale: Double
  public let offset: Double
  /// The exact value; the degrees of freedom take its place in a test of a law.
  public let value: Double
  public let closeness: Closeness
}

/// A law of whole numbers from 0 on.
public enum DiscreteLaw: Sendable, Equatable {
  case poisson(mean: Double)
  case binomial(trials: Int, share: Double)
}
