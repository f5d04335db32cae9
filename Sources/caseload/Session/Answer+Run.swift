import Notation
import Parameters
import Results

extension Answer {
  /// What a run came to: its headlines at the start and year by year.
  init(_ result: ResultSet, folder: String) {
    self.init("run", result.manifest)
    func isHeadline(_ measure: String, _ breakdown: String) -> Bool {
      result.series.headlines.contains {
        result.series[$0.place].measure == measure && result.series[$0.place].breakdown == breakdown
      }
    }
    add(Tables.opening, result.openingRows.filter { isHeadline($0.series.measure, $0.series.breakdown) })
    add(Tables.years, result.yearRows.filter { isHeadline($0.measure, $0.breakdown) })
    self["folder"] = .string(folder)
  }
}
