/// An English local authority's financial year: 1 April to 31 March.
public struct FinancialYear: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The calendar year in which it starts: 2015 for 2015-16.
  public let startYear: Int

  /// The financial year that starts on 1 April of that year.
  public init(startingIn year: Int) { startYear = year }

  /// The financial year to which that day belongs.
  public init(containing date: CivilDate) {
    let (year, month, _) = date.civil
    self.init(startingIn: month >= 4 ? year : year - 1)
  }

  /// As the Department for Education writes it: `2015-16`, `1999-00`.
  public var label: String {
    let end = (startYear + 1) % 100
    return "\(startYear)-\(end < 10 ? "0" : "")\(end)"
  }

  /// 1 April.
  public var firstDay: CivilDate { CivilDate(startYear, 4, 1) }

  /// 31 March of the next calendar year.
  public var lastDay: CivilDate { CivilDate(startYear + 1, 3, 31) }

  /// The financial year after this one.
  public var next: FinancialYear { FinancialYear(startingIn: startYear + 1) }

  /// The financial years of some days in order, each with the places of its days.
  public static func spans(of days: [CivilDate]) -> [(label: String, places: Range<Int>)] {
    var spans: [(label: String, places: Range<Int>)] = []
    for (place, day) in days.enumerated() {
      let label = FinancialYear(containing: day).label
      if spans.last?.label == label {
        spans[spans.count - 1].places = spans[spans.count - 1].places.lowerBound..<(place + 1)
      } else {
        spans.append((label, place..<(place + 1)))
      }
    }
    return spans
  }

  public static func < (left: FinancialYear, right: FinancialYear) -> Bool {
    left.startYear < right.startYear
  }

  /// The label.
  public var description: String { label }
}
