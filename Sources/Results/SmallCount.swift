/// Counts of children that are never told, so that no child can be recognised: publications leave them out, and what stands
/// in a file is read as if they had.
package enum SmallCount {
  /// What such a count may be.
  package static let range = 0.0...5.0
  /// The least count that is told.
  package static let leastTold = 6.0
  /// The middle of the range: for reckoning, never to print.
  package static let middle = 2.5
  /// Standard deviation of a whole number that is as likely to be any in the range.
  package static var deviation: Double { (35.0 / 12).squareRoot() }
  /// What is printed in the place of one.
  package static let words = "0 to 5"
}
