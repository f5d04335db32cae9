/// Two systems compared replication by replication, where the nth numbers of both came from the same random streams.
///
/// Differences are first minus second. Source: A. M. Law, Simulation Modeling and Analysis, sections 10.2 and 11.2.
public struct PairedComparison: Sendable {
  /// The paired differences.
  public let differences: Tally
  /// The first system's results.
  public let first: Tally
  /// The second system's results.
  public let second: Tally
  /// Correlation of the pairs, from -1 to 1; nil where either system never varies.
  public let correlation: Double?
  /// Share of pairs, from 0 to 1, in which the first is above the second; a tie counts one half.
  public let shareFirstAbove: Double
  /// Pairs in which the first is above the second, those in which it is below, and those in which the two are equal.
  public let above, below, equal: Int

  /// Pairs two series of equal length; nil below two pairs or for unequal lengths.
  public init?(_ first: [Double], _ second: [Double]) {
    guard first.count == second.count, first.count >= 2 else { return nil }
    self.first = Tally(first)
    self.second = Tally(second)
    differences = Tally(zip(first, second).lazy.map { $0 - $1 })
    correlation = Sample.correlation(first, second)
    above = zip(first, second).count { $0 > $1 }
    equal = zip(first, second).count { $0 == $1 }
    below = first.count - above - equal
    shareFirstAbove = (Double(above) + Double(equal) / 2) / Double(first.count)
  }

  /// Mean difference.
  public var meanDifference: Double { differences.mean }

  /// Paired Student interval for the mean difference.
  public func interval(confidence: Double = 0.95) -> Interval {
    let half = differences.halfWidth(confidence: confidence) ?? .nan
    return Interval(centre: meanDifference, halfWidth: half)
  }

  /// Two-sided probability of so large a mean difference if there were none, from the paired Student test; 1 where
  /// every difference is zero and 0 where every difference is the same other number.
  public var pValue: Double {
    guard differences.standardError > 0 else { return meanDifference == 0 ? 1 : 0 }
    let size = abs(meanDifference) / differences.standardError
    return min(
      1, 2 * SpecialFunctions.studentUpperTail(size, degreesOfFreedom: Double(differences.count - 1)))
  }

  /// How many independent replications one paired replication was worth: the variance of the difference had the
  /// systems been independent, over the variance of the paired differences. Above 1 the pairing helped; infinite when
  /// every difference is the same though the systems vary; 1 when nothing varies.
  public var varianceReduction: Double {
    let independent = first.variance + second.variance
    return independent == 0 ? 1 : independent / differences.variance
  }

  /// The same comparison as though the two series were independent.
  public var unpaired: WelchComparison { WelchComparison(first, second) }
}
