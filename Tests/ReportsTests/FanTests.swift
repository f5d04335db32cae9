import Charts
import Dates
import Testing

@testable import Reports
@testable import Results

@Suite("Fans with 95% bands and single replications")
struct FanTests {
  /// What a run writes beside the series of the reportable result: the position at the start, each month, and each year of
  /// cost.
  private static func rows(of result: ResultSet) -> [FanRow] {
    func row(_ series: Int, _ date: CivilDate, _ estimate: Estimate, _ year: String) -> FanRow {
      let spread = estimate.p95 - estimate.p05
      return FanRow(
        series: series, date: date, financialYear: year, p025: estimate.p05 - spread / 8,
        p975: estimate.p95 + spread / 8, paths: (0..<5).map { estimate.p50 + Double($0 - 2) * spread / 10 })
    }
    let stocks = [0, 1].flatMap { series in
      (result.opening[series].map { [row(series, CivilDate(2015, 3, 31), $0, "2014-15")] } ?? [])
        + zip(result.months, result.monthly[series]).map { row(series, $0.date, $1, $0.financialYear) }
    }
    let costs = result.years.filter { $0.series == 2 }.enumerated().map { place, year in
      row(2, CivilDate(2016 + place, 3, 31), year.estimate, year.financialYear)
    }
    return stocks + costs
  }

  private var whole: ResultSet {
    var result = ReportableResult.make()
    result.fans = Self.rows(of: result)
    return result
  }

  private func report(_ result: ResultSet) -> Report { Report(result, folder: "Results/x") }

  private func figure(_ id: String, of result: ResultSet) throws -> Figure {
    try #require(report(result).figures.first { $0.id == id })
  }

  @Test(
    "Every fan of a whole result has both",
    arguments: ["children_looked_after", "vacancy_rate_fte", "cost_gbp"])
  func both(id: String) throws {
    let figure = try figure(id, of: whole)
    let fan = try #require(figure.chart as? FanChart)
    #expect(fan.holds95 && fan.paths.count == 5)
    #expect(fan.paths.allSatisfy { $0.map(\.date) == fan.readings.map(\.date) })
    #expect(figure.description.contains("half, 8 in 10 and 95 in 100 of them"))
    #expect(figure.description.contains("Thin lines are the first 5 futures"))
    #expect(!figure.source.contains("fans.csv"))
    let vega = String(decoding: figure.vegaLiteFile.bytes, as: UTF8.self)
    #expect(vega.contains("\"p975\"") && vega.contains("\"future\""))
  }

  @Test("An older result falls back to 90%, and says why on the report and the board paper")
  func older() throws {
    let result = ReportableResult.make()
    let figure = try figure("children_looked_after", of: result)
    let fan = try #require(figure.chart as? FanChart)
    #expect(!fan.holds95 && fan.paths.isEmpty)
    #expect(
      figure.description.contains("half, 8 in 10 and 9 in 10 of them")
        && !figure.description.contains("Thin lines"))
    #expect(figure.source.contains("because the result has no fans.csv"))
    let vega = String(decoding: figure.vegaLiteFile.bytes, as: UTF8.self)
    #expect(vega.contains("\"p95\"") && !vega.contains("\"p975\"") && !vega.contains("\"future\""))
    let board = String(decoding: report(result).boardPaper, as: UTF8.self)
    #expect(board.contains("The widest band holds 9 in 10."))
    #expect(!String(decoding: report(whole).boardPaper, as: UTF8.self).contains("The widest band"))
  }

  @Test("The file is read back as it was written")
  func readBack() throws {
    let scratch = try Scratch()
    let result = whole
    let folder = try scratch.write("result") { $0 = result }
    let read = try ResultReader.whole(folder)
    #expect(read.fans.count == result.fans.count && result.fans.count == 52)
    for (one, other) in zip(read.fans, result.fans) {
      #expect(one.series == other.series && one.date == other.date)
      #expect(zip(one.paths + [one.p025], other.paths + [other.p025]).allSatisfy { abs($0 - $1) < 1e-6 })
    }
    // Without it nothing is missing.
    _ = try scratch.write("older") { $0 = ReportableResult.make() }
    #expect(!scratch.names("older").contains("fans.csv"))
    #expect(try ResultReader.whole(scratch.path + "/older").fans.isEmpty)
  }

  @Test("The pages do not depend on the machine, the time it took, or where the program stood")
  func timeless() {
    var other = whole
    other.manifest.command[0] = "/opt/bin/caseload"
    other.manifest.host = "elsewhere"
    other.manifest.toolchain = "Swift 99"
    other.manifest.commit = "abcdef012345"
    other.manifest.wallSeconds = 99
    other.manifest.cpuSeconds = 99
    other.manifest.eventsPerSecond = 1
    other.manifest.peakMemoryMegabytes = 1
    other.manifest.jobs = 64
    #expect(report(other).page == report(whole).page)
    #expect(report(other).boardPaper == report(whole).boardPaper)
  }
}
