import Notation
import Parameters
import Results

/// A council's headlines as a forecast, with how far such forecasts have been right.
struct ForecastLines {
  private let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  /// Nothing where the run is not read as a forecast.
  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    let horizons = Set(result.forecast.map(\.horizon))
    guard let horizon = horizons.contains(Self.shown) ? Self.shown : horizons.max() else { return [] }
    let rows = result.forecast.filter { $0.horizon == horizon }
    var table = TextTable([.left, .left, .right, .right, .right])
    table.add(
      ["Forecast, \(Words.count(horizon, "year")) on", "date", "P10–P50–P90", "off by", "as now"],
      style: style.heading)
    for row in rows {
      let format = MeasureFormat(unit: row.unit)
      let range = [row.toldP10, row.toldP50, row.toldP90].map { format.bare($0) }.joined(separator: "–")
      let series = result.series.place(of: row.measure, row.breakdown).map { result.series[$0] }
      table.add([
        (series?.whole(row.label) ?? row.label) + format.labelEnding, row.date.description, range,
        percent(row.error),
        percent(row.errorAsNow),
      ])
    }
    return table.lines(width: width)
      + result.forecastWords.flatMap { Prose.wrap($0, width: width, indent: 0) }
  }

  private static let shown = 3

  private func percent(_ share: Double) -> String {
    share.isFinite ? Phrase.percent(share, decimals: 0) : "–"
  }
}
