/// A number that a simulation must come near to.
package struct ExpectedReading: Sendable, Equatable {
  /// Months, counted from 1, that a reading is taken over.
  package enum When: Sendable, Equatable {
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
  package enum Statistic: Sendable, Equatable {
    case mean, sd, variance, varianceOverMean
    case quantile(Double)
    /// Share of replications with at least that value.
    case share(Double)
    /// Test of the whole distribution.
    case law(DiscreteLaw)
  }

  /// How near is near enough, beside the 3.29 standard errors.
  package enum Closeness: Sendable, Equatable {
    /// Largest half-width of the 95 per cent interval, relative to the exact value.
    case relativeHalfWidth(Double)
    case absoluteHalfWidth(Double)
    /// No chance is involved: largest difference allowed.
    case exact(Double)
  }

  /// Of which of a case's two scenarios it is read.
  package enum Side: String, CaseIterable, Sendable {
    case scenario, versus
    /// The other scenario less the first, pair by pair: both ran on the same random numbers.
    case difference
    /// Mean of the other over mean of the first.
    case ratio
  }

  /// Series whose values are added up.
  package struct Series: Sendable, Equatable {
    package let measure: String
    package let breakdowns: [String]
  }

  package let name: String
  package let series: Series
  /// Where set, the value is the ratio of the two means over all replications.
  package let over: Series?
  package let side: Side
  package let when: When
  package let statistic: Statistic
  /// The value that is compared is scale times the reading, plus offset.
  package let scale: Double
  package let offset: Double
  /// The exact value; the degrees of freedom take its place in a test of a law.
  package let value: Double
  package let closeness: Closeness
}

/// A law of whole numbers from 0 on.
package enum DiscreteLaw: Sendable, Equatable {
  case poisson(mean: Double)
  case binomial(trials: Int, share: Double)
}
