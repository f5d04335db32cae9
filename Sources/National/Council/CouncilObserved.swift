import Dates
import Notation
import Parameters
import Results
import Sweeps

extension CouncilScenario {
  /// The council's published figures as the file that a run prints beside its own: nothing of after the day that it was
  /// made for, and no count under six.
  ///
  /// - Parameter watched: what a run of the scenario watches. A figure of anything else is kept as `unmodelled`.
  package func observed(beside watched: [Series]) -> [UInt8] {
    let simulated = Set(watched.map { [$0.measure, $0.breakdown] })
    var text = CSVText(columns: ObservedFile.columns + ["council"], ending: [])
    for measure in NationalMeasure.all {
      guard let series = measure.series else { continue }
      for year in figures.table.years where year <= figures.newest(measure.period) {
        let figure = figures.table.figure(measure, figures.council.code, year)
        let isSimulated = simulated.contains([series.measure, series.breakdown])
        guard figure != .missing, isSimulated || figure.value != nil else { continue }
        text.cells([series.measure, series.breakdown, measure.lastDay(of: year).description])
        text.cell(figure.value)
        text.cells([
          measure.unit, figure.value == nil ? "suppressed" : isSimulated ? "ok" : "unmodelled",
          figures.table.release(measure, year),
          figure.value == nil ? "fewer than six: not told" : "",
          NationalTable.bare(figures.council.name),
        ])
        text.endRow()
      }
    }
    return text.bytes
  }
}

extension NationalMeasure {
  /// The day that a figure of that year is about, or the last of its year.
  func lastDay(of year: Int) -> CivilDate {
    switch period {
    case .march, .financial: CivilDate(year, 3, 31)
    case .september: CivilDate(year, 9, 30)
    case .midYear: CivilDate(year, 6, 30)
    }
  }
}
