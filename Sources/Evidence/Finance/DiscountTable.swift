import Foundation

/// Discount rates by the length of time, as a published table gives them.
package struct DiscountTable: Sendable {
  /// What the table is called, with its date.
  package let name: String
  /// The last year to which each rate applies, counted from the base year, which is year 0.
  let steps: [(through: Int, rate: Double)]

  /// HM Treasury's Green Book: 3.5% for years 1 to 30, 3.0% to year 75, 2.5% after. In force since 2003 and restated in
  /// the terms of reference of the discount rate review of 16 December 2025 (gov.uk). It is a rate for real values.
  package static let greenBook = DiscountTable(
    name: "Green Book, as restated 2025-12-16",
    steps: [(30, 0.035), (75, 0.030), (.max, 0.025)])

  /// What a pound of that year is worth in the base year; 1 in year 0. Years are not negative.
  package func factor(year: Int) -> Double {
    precondition(year >= 0, "Years are counted from the base year.")
    var factor = 1.0
    var from = 0
    for step in steps {
      let last = min(step.through, year)
      if last > from { factor /= pow(1 + step.rate, Double(last - from)) }
      from = max(from, last)
    }
    return factor
  }

  /// The present value of a stream whose first element is of year 0.
  package func presentValue(_ stream: [Double]) -> Double {
    stream.enumerated().reduce(0) { $0 + $1.element * factor(year: $1.offset) }
  }
}
