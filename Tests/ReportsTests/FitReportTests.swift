import Dates
import Parameters
import Testing

@testable import Reports
@testable import Results

@Suite("What a fit came to")
struct FitReportTests {
  private func row(_ published: Double, spread: Double, isFitted: Bool = true) -> FitRow {
    FitRow(
      figure: ObservedFigure(
        measure: "children_looked_after", breakdown: "", date: CivilDate(2016, 3, 31), value: published,
        unit: "children", release: "A release"), isFitted: isFitted,
      before: SmallResult.estimate(300, spread: 1), after: SmallResult.estimate(400, spread: spread),
      widest: 0.15)
  }

  @Test("Inside, and narrow enough")
  func verdicts() {
    // The range reaches one and a half spreads either way.
    #expect(row(414, spread: 10).isInside == true && row(416, spread: 10).isInside == false)
    #expect(row(400, spread: 40).halfWidth == 0.15 && row(400, spread: 40).isNarrow == true)
    #expect(row(400, spread: 41).isNarrow == false)
  }

  @Test("The table and the text tell the same")
  func told() {
    let report = FitReport(
      title: "Town", manifest: SmallResult.manifest(),
      rows: [row(410, spread: 10), row(500, spread: 50, isFitted: false)],
      values: [
        FitValueRow(
          path: "a.b", unit: "days", start: 40, low: 20, high: 80, fitted: 61.5, fittedLow: 50,
          fittedHigh: 70,
          narrowed: 0.8)
      ], remarks: ["Mind the gap."])
    let lines = String(decoding: Tables.fit.bytes(report.rows, Origin(report.manifest)), as: UTF8.self).split(
      separator: "\n")
    #expect(
      lines[0].hasPrefix(
        "measure,breakdown,unit,date,published,use,before_p50,n_reps,p10,p50,p90,inside_80,half_width,widest,"
      ))
    #expect(
      lines[1].hasPrefix(
        "children_looked_after,,children,2016-03-31,410,fitted,300,4,385,400,415,true,0.0375,"))
    #expect(lines[2].contains(",held out,") && lines[2].contains(",false,0.1875,0.15,false,A release,"))
    let text = report.text(width: 100)
    #expect(
      text.contains("61.5") && text.contains("80%  told by the figures") && text.contains("ABOVE")
        && text.contains("19 WIDE"))
    #expect(text.contains("Fitted: 1 of 1 published figure lie") && text.contains("Mind the gap."))
    #expect(!text.contains("\u{1B}"))
  }
}

@Suite("The Department's table of the workforce")
struct WorkforceReturnTests {
  @Test("Its 32 columns stand in its order, rates as percentages")
  func columns() throws {
    var result = SmallResult.make()
    result.series = [
      Series(measure: "inpost_fte", unit: .fte, gathering: .stock, .more.workforceYear),
      Series(measure: "vacancy_rate_fte", unit: .share, gathering: .stockRate, .less.workforceYear),
    ]
    result.years = [
      YearRow(
        series: 0, financialYear: "", workforceYear: 2016, estimate: SmallResult.estimate(150, spread: 2)),
      YearRow(
        series: 1, financialYear: "", workforceYear: 2016, estimate: SmallResult.estimate(0.2, spread: 0.01)),
    ]
    let bytes = Tables.workforceReturn.bytes(WorkforceReturn.rows(result), Origin(result.manifest))
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let expected =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
      + "new_la_code,la_name,inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte,"
      + "leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,"
      + "agency_rate_headcount,agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,"
      + "vacancy_agency_cover_rate_fte,case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte"
    #expect(rows[0].prefix(32).joined(separator: ",") == expected)
    #expect(Array(rows[0][32...33]) == ["quantile", "n_reps"])
    #expect(rows.count == 8)
    let median = try #require(rows.first { $0[32] == "0.5" })
    #expect(median[8].isEmpty && median[9] == result.manifest.scenario)
    (result.manifest.councilName, result.manifest.councilCode) = ("Ayton", "E06000001")
    let own = String(
      decoding: Tables.workforceReturn.bytes(WorkforceReturn.rows(result), Origin(result.manifest)),
      as: UTF8.self)
    #expect(own.contains(",E06000001,Ayton,"))
    #expect(median[0] == "2016" && median[10] == "150" && median[25] == "20" && median[11].isEmpty)
  }
}

@Suite("Ranges too wide to plan by")
struct WidthWarningTests {
  @Test("The years in which a headline is too wide are named, with both ends of the widest range")
  func sentence() {
    var result = SmallResult.make()
    result.series = [
      Series(
        measure: "children_looked_after", unit: .children, gathering: .stock,
        .less.headline(1, "Children looked after")),
      Series(
        measure: "referrals", unit: .children, gathering: .flow, .neither.headline(4, "Referrals in the year")
      ),
    ]
    func year(_ series: Int, _ name: String, _ spread: Double) -> YearRow {
      YearRow(
        series: series, financialYear: name, workforceYear: nil,
        estimate: SmallResult.estimate(100, spread: spread))
    }
    result.years = [year(0, "2015-16", 9), year(0, "2016-17", 12), year(1, "2015-16", 16)]
    let told = WidthWarning.sentences(result)
    #expect(
      told.count == 1
        && told.allSatisfy { $0.hasSuffix(": Children looked after (in 2016-17: -18% to +18%).") })
    var skewed = SmallResult.estimate(100, spread: 10)
    skewed.p10 = 93
    skewed.p90 = 117
    result.years = [
      year(0, "2015-16", 12), year(0, "2016-17", 12), year(0, "2017-18", 9),
      YearRow(series: 0, financialYear: "2018-19", workforceYear: nil, estimate: skewed),
      year(0, "2019-20", 9),
    ]
    #expect(
      WidthWarning.sentences(result).first?.hasSuffix(
        "(in 2015-16 to 2016-17, 2018-19; widest in 2015-16: -18% to +18%).") == true)
    result.years = [year(0, "2015-16", 9), result.years[3]]
    #expect(WidthWarning.sentences(result).first?.hasSuffix("(in 2018-19: -7% to +17%).") == true)
    result.years = [year(0, "2015-16", 9)]
    #expect(WidthWarning.sentences(result).isEmpty)
  }
}
