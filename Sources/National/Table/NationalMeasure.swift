/// One column of the national table: a published figure that is there for every council and year.
package struct NationalMeasure: Sendable, Hashable {
  /// Which day or which year a figure of year Y is about.
  package enum Period: String, Sendable, CaseIterable {
    /// 31 March, or the twelve months to it.
    case march
    /// 30 September, or the twelve months to it.
    case september
    /// 30 June: the mid-year estimates of the population.
    case midYear = "mid-year"
    /// The financial year to 31 March.
    case financial

    /// The month of Y, or after it, at whose end the figure has been published: nothing of it is known before.
    ///
    /// Assumption, from when the releases of the last years came out: children looked after and in need in October or
    /// November of the same year, spending in December, the workforce at the end of the next February and the mid-year
    /// estimates of the population a year later.
    var publishedAfterMonths: Int {
      switch self {
      case .march: 11
      case .financial: 12
      case .september: 14
      case .midYear: 18
      }
    }
  }

  /// The file of the panel, without its ending.
  package let theme: String
  /// The measure's name in the panel and in the table.
  package let name: String
  /// `children`, `£`, `share` …, as the program writes it.
  package let unit: String
  package let period: Period
  /// The series of a run that the figure stands beside, as `measure` and `key=value`; nil where no run has it.
  package let series: (measure: String, breakdown: String)?

  init(
    _ theme: String, _ name: String, _ unit: String, _ period: Period, is series: String? = nil,
    _ breakdown: String = ""
  ) {
    (self.theme, self.name, self.unit, self.period) = (theme, name, unit, period)
    self.series = series.map { ($0, breakdown) }
  }

  package static func == (one: NationalMeasure, other: NationalMeasure) -> Bool { one.name == other.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Whether it counts children, of whom fewer than six are never told.
  package var countsChildren: Bool {
    ["children", "young people", "referrals", "enquiries", "conferences"].contains(unit)
  }

  /// What a figure of the panel is multiplied by: its rates are in per cent.
  var panelUnit: String {
    switch unit {
    case "share": "%"
    case "£": "£ gross"
    case "£ per week": "£ a week"
    default: unit
    }
  }

  var factor: Double { unit == "share" ? 0.01 : 1 }

  /// Digits after the decimal point that the table keeps.
  var digits: Int {
    switch unit {
    case "share": 4
    case "FTE", "cases per FTE": 2
    default: 0
    }
  }

  /// The column of that name; nil where there is none.
  package static func named(_ name: String) -> NationalMeasure? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
