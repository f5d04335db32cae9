import Parameters
import Results
import ServiceModel

extension OutputChoice {
  /// What a number of it is: its unit, how it is gathered, over which period, and in which prices, such as
  /// `£, summed over 2015-04-01 to 2025-03-31, nominal`.
  package var meaning: String {
    let name = unit == Unit.share.symbol ? "share, 0 to 1" : unit == "-" ? "number" : unit
    return "\(name), \(gathered)"
  }

  /// How it is gathered from a run, over which months and in which prices.
  package var gathered: String { prices.isEmpty ? period : "\(period); \(prices)" }

  /// In which prices money is.
  private var prices: String {
    guard unit.hasPrefix("£") else { return "" }
    return measure == Series.realCost
      ? "in the prices of the first year" : "nominal (in the prices of each year)"
  }

  /// A level of it with its unit: `£445.5m`, `17.2%`, `165.0 FTE`.
  package func text(_ level: Double) -> String {
    let format = MeasureFormat(unit: unit)
    switch format {
    case .pounds: return Phrase.pounds(level)
    case .share: return format.text(level)
    case .whole, .oneDecimal: return "\(Phrase.number(level, decimals: 1)) \(unit)"
    }
  }

  /// How it is gathered from a run, and over which months.
  static func period(
    _ gathering: Series.Gathering, _ span: Span, _ calendar: ModelCalendar, warmUp: Int
  ) -> String {
    let months: Range<Int> =
      switch span {
      case .whole: 0..<calendar.months
      case .average: min(warmUp, calendar.months - 1)..<calendar.months
      case .months(let months): months
      }
    let start =
      months.lowerBound == 0
      ? calendar.start : calendar.monthLastDays[months.lowerBound - 1].adding(days: 1)
    let end = calendar.monthLastDays[months.upperBound - 1]
    let time = "\(start) to \(end)"
    if span == .average {
      return (gathering == .flow ? "a month, averaged over " : "averaged over ") + time
    }
    switch gathering {
    case .flow: return "summed over \(time)"
    case .stock, .stockRate: return "on \(end)"
    case .rate: return "over \(time)"
    case .distribution: return "over the records to \(end)"
    }
  }
}
