import Charts
import Dates
import Results

/// The rows of `fans.csv` for one series, by the date at which a fan draws them.
struct FanDetail {
  private let rows: [CivilDate: FanRow]

  init(of place: Int, in result: ResultSet) {
    let start = CivilDate(iso: result.manifest.startDate)
    let dated = result.fans.filter { $0.series == place }.map { row in
      // A fan draws the position at the start on the first day.
      (row.date.adding(days: 1) == start ? row.date.adding(days: 1) : row.date, row)
    }
    rows = Dictionary(dated, uniquingKeysWith: { first, _ in first })
  }

  /// The readings with the ends of their 95%, where they are known.
  func widened(_ readings: [FanChart.Reading]) -> [FanChart.Reading] {
    readings.map { reading in
      guard let row = rows[reading.date] else { return reading }
      var reading = reading
      (reading.p025, reading.p975) = (row.p025, row.p975)
      return reading
    }
  }

  /// The replications one by one, at the dates of the readings.
  func paths(over readings: [FanChart.Reading]) -> [[FanChart.Step]] {
    (0..<FanRow.pathCount).map { number in
      readings.compactMap { reading in
        guard let row = rows[reading.date], number < row.paths.count, row.paths[number].isFinite else {
          return nil
        }
        return FanChart.Step(date: reading.date, value: row.paths[number])
      }
    }.filter { !$0.isEmpty }
  }
}
