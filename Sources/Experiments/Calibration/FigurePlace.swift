import Dates
import Parameters
import Results
import ServiceModel

/// Where the reading of a published figure stands in a replication, as ``ObservedComparison`` pairs the two.
struct FigurePlace: Sendable {
  private let series: Int
  /// The months that it is read over; nil where it is of the opening position.
  private let months: Range<Int>?

  /// Months from the start that have to be simulated for it.
  var monthsNeeded: Int { months?.upperBound ?? 1 }

  /// Nil where a run of these tables has no reading for it.
  init?(_ figure: ObservedFigure, in tables: ModelTables) {
    let watched = tables.watched
    guard let series = watched.place(of: figure.measure, figure.breakdown) else { return nil }
    self.series = series
    let isRead = watched[series].gathering.isReadAtDate
    let calendar = tables.calendar
    if isRead, figure.date == calendar.start || figure.date.adding(days: 1) == calendar.start {
      months = nil
      return
    }
    guard let month = calendar.monthLastDays.firstIndex(of: figure.date) else { return nil }
    guard month >= 11 || isRead && !watched[series].coversTwelveMonths else { return nil }
    months = isRead ? month..<(month + 1) : (month - 11)..<(month + 1)
  }

  /// Not a number where the replication has nothing to say.
  func value(of gathered: Gathered) -> Double {
    guard let outcome = gathered.outcomes.first else { return .nan }
    guard let months else { return outcome.opening[series] }
    return gathered.span(series, months).first ?? .nan
  }
}
