/// Discount rates by the length of time, as a published table gives them.
public struct DiscountTable: Sendable {
  /// What the table is called, with its date.
  public let name: String
  /// The last year to which each rate applies, counted from the base year, which is year 0.
  let steps: [(through: Int, rate: Double)]

  /// HM Treasury's Green Book: 3.5% for years 1 to 30, 3.0% to year 75, 2.5% after. In force since 2003 and restated in
  /// the terms of reference of the discount rate review of 16 December 2025 (gov.uk). It is a rate for real values.
  public static let greenBook = DiscountTable(
    name: "Green Book, as restated 2025-12-16",
    steps: [(30, 0.035), (75, 0.030), (.max, 0.025)])

  /// What a pound of that year is worth in the base year; 1 in year 0. Years are not negative.
  public func factor(year: Int) -> Double {
    precondition(year >= 0, "Years are counted from the base year.")
    var factor = 1.0
    var from = 0
    for step in steps {
      let last = min(step.through, year)
      if last > from { factor /= power(1 + step.rate, Double(last - from)) }
      from = max(from, last)
    }
    return factor
  }

  /// The present value of a stream whose first element is of year 0.
  public func presentValue(_ stream: [Double]) -> Double {
    stream.enumerated().reduce(0) { $0 + $1.element * factor(year: $1.offset) }
  }
}

extension DiscountTable {
  /// Reads rates as tables print them: `3.5%`, or `3.5% y1-30, 3.0% y31-75, 2.5% after`. Years go up without a gap, and
  /// the last rate applies for ever.
  static func reading(_ text: String, input: String) throws(CalculationError) -> DiscountTable {
    func unreadable(_ reason: String) -> CalculationError {
      .unreadable(input: input, text: text, reason: reason)
    }
    var steps: [(through: Int, rate: Double)] = []
    var next = 1
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard let first = words.first, first.last == "%", let percent = Double(first.dropLast()), percent > -100
      else { throw unreadable("'\(part)' does not begin with a percentage") }
      guard next < .max else { throw unreadable("nothing can follow the rate that applies for ever") }
      let rate = percent / 100
      if words.count == 1 || words[1] == "after" {
        steps.append((.max, rate))
        next = .max
        continue
      }
      let years = words[1].dropFirst().split(separator: "-").map { Int($0) }
      guard words[1].first == "y", years.count == 2, let from = years[0], let through = years[1],
        from == next, through >= from, through < 1_000_000
      else { throw unreadable("'\(words[1])' does not go on from year \(next)") }
      steps.append((through, rate))
      next = through + 1
    }
    guard next == .max else { throw unreadable("the last rate must apply for ever, as in '2.5% after'") }
    return DiscountTable(name: text, steps: steps)
  }
}
