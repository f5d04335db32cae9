/// A year of a child's age, from the day of one birthday to the day before the next.
struct YearOfAge: ParameterKey {
  let rawValue: UInt8

  static let allCases = (0..<UInt8(AgeBand.adulthood / 365.25)).map { YearOfAge(whole: $0) }

  init?(rawValue: UInt8) {
    guard rawValue < 18 else { return nil }
    self.rawValue = rawValue
  }

  private init(whole: UInt8) { rawValue = whole }

  /// The year of an age in days, or that of the band which is nearest to it.
  @inline(__always)
  init(days: Double, within band: AgeBand) {
    let years = band.wholeYears
    rawValue = UInt8(truncatingIfNeeded: min(max(Int(days / 365.25), years.lowerBound), years.upperBound - 1))
  }

  var label: String { "age_\(rawValue)" }
  var spoken: String { "aged \(rawValue)" }

  var band: AgeBand { AgeBand(days: (Double(rawValue) + 0.5) * 365.25) }
  /// How many birthdays after the first of its band.
  var placeInBand: Int { Int(rawValue) - band.wholeYears.lowerBound }
}

extension AgeBand {
  /// The band's years of age.
  @inline(__always)
  var wholeYears: Range<Int> { Int(years.lowerBound)..<Int(years.upperBound) }
}
