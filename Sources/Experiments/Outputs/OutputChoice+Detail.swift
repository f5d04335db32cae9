import Parameters
import ServiceModel

extension OutputChoice {
  /// A watched series over some months of the run, gathered as its kind says: flows summed, stocks at the end of the last.
  ///
  /// - Parameter series: its place in what the run watches.
  package init(_ series: Int, over months: Range<Int>, in tables: ModelTables) {
    let own = tables.watched[series]
    name = "\(own.name)@months \(months.lowerBound) to \(months.upperBound)"
    (unit, better, measure) = (own.unit.symbol, own.better, own.measure)
    self.series = series
    span = .months(months)
    period = OutputChoice.period(own.gathering, .months(months), tables.calendar, warmUp: 0)
    range = own.gathering == .flow ? min(own.range.lowerBound, 0) ... .infinity : own.range
  }
}
