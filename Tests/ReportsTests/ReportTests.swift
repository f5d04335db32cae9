import Charts
import Dates
import Foundation
import Parameters
import Testing

@testable import Reports
@testable import Results

/// A result of a whole year, with every part that a report shows.
enum ReportableResult {
  static func make() -> ResultSet {
    var result = SmallResult.make()
    result.series.append(
      Series(
        measure: "cost_gbp", unit: .pounds, gathering: .flow, subject: .money,
        .less.headline(12, "Cost in the year").fan))
    result.months = (0..<24).map { month in
      let next = CivilDate(2015, 5 + month % 12 + (month % 12 >= 8 ? -12 : 0), 1)
      let (_, number, _) = next.civil
      let year = 2015 + (4 + month) / 12
      let date = CivilDate(year, number, 1).adding(days: -1)
      return MonthEnd(date: date, financialYear: month < 12 ? "2015-16" : "2016-17")
    }
    result.manifest.endDate = "2017-03-31"
    result.monthly = [
      (0..<24).map { SmallResult.estimate(358 + Double($0) * 3, spread: 4) },
      (0..<24).map { _ in SmallResult.estimate(0.17, spread: 0.01) },
      (0..<24).map { _ in SmallResult.estimate(2e6, spread: 1e5) },
    ]
    result.opening.append(nil)
    result.years = [("2015-16", 386.0), ("2016-17", 430)].flatMap { year, children in
      [
        YearRow(
          series: 0, financialYear: year, workforceYear: nil,
          estimate: SmallResult.estimate(children, spread: 8)),
        YearRow(
          series: 2, financialYear: year, workforceYear: nil,
          estimate: SmallResult.estimate(24e6, spread: 4e5)),
      ]
    }
    result.finance = ["2015-16", "2016-17"].flatMap { year in
      [("residential", "Children's homes", 10e6), ("agency", "Agency", 14e6), ("total", "Total", 24e6)].map {
        code, line, mean in
        let growth = year == "2016-17" && code != "agency" ? 2e6 : 0
        return FinanceRow(
          financialYear: year, lineCode: code, line: line, priceBasis: "nominal",
          estimate: SmallResult.estimate(mean + growth, spread: 4e5), p80: mean,
          expectedShortfall95: mean * 1.1,
          budget: code == "agency" ? 13e6 : nil, probabilityOverBudget: code == "agency" ? 0.75 : nil,
          activity: nil,
          activityUnit: "")
      }
    }
    return result
  }
}

@Suite struct ReportTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = try scratch.write("result") { $0 = ReportableResult.make() }
  }

  private func page(_ change: (inout ResultSet) -> Void = { _ in }) -> String {
    var result = ReportableResult.make()
    change(&result)
    return String(decoding: Report(result, folder: folder).page, as: UTF8.self)
  }

  @Test("The answer comes first, the warnings soon after, and the scenario's own names last")
  func sections() throws {
    let text = page()
    let order = [
      "What is likely", "How sure this is", "What drives it", "Risks", "Money", "Staff", "What it rests on",
      "How it was made", "Every value that was set",
    ]
    let places = order.compactMap { text.range(of: "\">\($0)</h2>")?.lowerBound }
    #expect(places.count == order.count)
    #expect(places == places.sorted())
    let answer = try #require(
      text.range(of: "The answer: Children looked after in March 2017: between 421 and 433"))
    #expect(answer.upperBound < places[0] && text.contains("<ul class=\"cards\">"))
    let warning = try #require(text.range(of: "One number has no source."))
    #expect(
      warning.lowerBound > answer.upperBound && warning.upperBound < places[0], "right below the answer")
    let whole = try #require(text.range(of: "One number has no source.", options: .backwards))
    #expect(whole.lowerBound > places[1] && whole.upperBound < places[2])
    // Paths of the scenario stand in the last section alone, and in the file as it was read.
    let path = try #require(text.range(of: "demand.referralsPerYear"))
    #expect(path.lowerBound > places[8])
    #expect(text.contains("1 red, 0 amber, 1 green") || text.contains("0 red, 0 amber, 1 green"))
    #expect(text.contains("caseload run tiny.yaml") && text.contains("caseload report "))
  }

  @Test(
    "A reader meets simulated futures, days in words and both ends of a range, and no terms of statisticians")
  func words() {
    let text = page()
    let prose = text.replacing(#/(?s)<style>.*?<\/style>|<pre.*?<\/pre>|<[^>]+>/#, with: " ")
    for word in ["replication", "quantile", "P10", "P90", "P80", "no clear change"] {
      #expect(!prose.localizedCaseInsensitiveContains(word), "\(word)")
    }
    #expect(!prose.contains(#/\b\d{4}-\d{2}-\d{2}\b/#))
    #expect(prose.contains("8 of 10 simulated futures") && prose.contains("1 April 2015"))
  }

  @Test("The page loads nothing, runs nothing, and is the same every time")
  func selfContained() {
    let text = page()
    for word in ["<script", "http://", "https://", "src=", "@import", "url(", "javascript:"] {
      let allowed =
        word.hasPrefix("http") ? text.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "") : text
      #expect(!allowed.contains(word), "the page holds \(word)")
    }
    #expect(text.contains("default-src 'none'"))
    #expect(page() == text)
  }

  @Test("Whatever a scenario is called, its name is words and not markup")
  func hostileNames() {
    let text = page {
      $0.manifest.scenario = "<script>alert(1)</script> & \"quotes\""
      $0.warnings = ["</main><img src=x onerror=alert(1)>"]
    }
    #expect(!text.contains("<script") && !text.contains("<img"))
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;"))
  }

  @Test("Each figure has a finding, alternative text, a table, a source and a Vega-Lite file")
  func figures() throws {
    let report = Report(ReportableResult.make(), folder: folder)
    let text = String(decoding: report.page, as: UTF8.self)
    #expect(report.figures.count >= 5)
    #expect(Set(report.figures.map(\.id)).count == report.figures.count)
    for (index, figure) in report.figures.enumerated() {
      #expect(text.contains("Figure \(index + 1). \(Html.escape(figure.finding))"))
      #expect(text.contains("Source of figure \(index + 1): "))
      #expect(text.contains("<desc id=\"\(figure.id)-desc\">"))
      #expect(figure.description.count > 40)
    }
    for file in report.vegaLite {
      let json = try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
      #expect((json["$schema"] as? String)?.hasSuffix("vega-lite/v5.json") == true)
      #expect(json["layer"] != nil || json["mark"] != nil || json["concat"] != nil)
      let config = try #require(json["config"] as? [String: Any])
      #expect((config["axis"] as? [String: Any])?["labelLimit"] as? Int == 0, "no label is cut")
    }
  }

  @Test("The waterfall joins the two years exactly, and the chance of overspending has words and numbers")
  func money() {
    let text = page()
    #expect(text.contains("The mean cost, nominal, goes from £24.0m in 2015-16 to £26.0m in 2016-17"))
    #expect(text.contains("likely (75%: 3 of 4, 95% interval"))
  }

  @Test("A result that is unfinished or does not balance says so at its top")
  func notices() {
    let unfinished = page { $0.manifest.interrupted = true }
    #expect(unfinished.contains("Unfinished: 4 of 4 simulated futures"))
    let broken = page { $0.checks[0].largestResidual = 3 }
    #expect(broken.contains("Do not use these figures: children does not balance."))
    #expect(!page().contains("Do not use these figures"))
  }

  @Test("A result with next to nothing in it still makes a page")
  func bare() {
    var result = ResultSet(manifest: Manifest())
    result.manifest.startDate = "2015-04-01"
    let report = Report(result, folder: "x")
    #expect(report.figures.isEmpty)
    #expect(String(decoding: report.page, as: UTF8.self).contains("No balances were checked."))
    #expect(String(decoding: report.boardPaper, as: UTF8.self).contains("<h1>Result</h1>"))
  }

  @Test("The whole result comes back from its folder, and gives the same page")
  func fromTheFolder() throws {
    let read = try ResultReader.whole(folder)
    let made = ReportableResult.make()
    #expect(read.series == made.series)
    #expect(read.months == made.months)
    #expect(read.opening.map { $0?.p50 } == made.opening.map { $0?.p50 })
    #expect(read.monthly.map { $0.map(\.n) } == made.monthly.map { $0.map(\.n) })
    for (one, two) in zip(read.monthly.joined(), made.monthly.joined()) {
      #expect(
        abs(one.p05 - two.p05) <= 1e-11 * abs(two.p05) && abs(one.mean - two.mean) <= 1e-11 * abs(two.mean))
    }
    #expect(read.finance.map(\.budget) == made.finance.map(\.budget))
    #expect(read.observed.map(\.release) == made.observed.map(\.release))
    #expect(
      String(decoding: Report(read, folder: folder).page, as: UTF8.self)
        == page { $0.manifest.warnings = $0.warnings })
  }

  @Test("What a run says of its forecast and of where its spread comes from stands in the report")
  func skill() {
    let text = page { result in
      result.forecast = [
        ForecastRow {
          ($0.measure, $0.unit, $0.label) = ("children_looked_after", "children", "Children looked after")
          ($0.date, $0.horizon, $0.error, $0.errorAsNow) = (CivilDate(2018, 3, 31), 3, 0.11, 0.12)
          ($0.p10, $0.p90, $0.toldP10, $0.toldP90) = (400, 473, 345, 563)
        }
      ]
      result.variance = [
        VarianceRow {
          ($0.measure, $0.when, $0.twins) = ("children_looked_after", "2016-17", 50)
          ($0.inputs, $0.chance, $0.share, $0.interval) = (3, 1, 0.75, 0.6...0.9)
        }
      ]
    }
    #expect(
      text.contains(
        "Forecasts made like this one for other councils missed children looked after 3 years on by 11% on average; to say "
          + "&quot;as now&quot; missed by 12%."))
    #expect(text.contains("on 31 March 2018 is between 345 and 563 in 8 of 10 cases"))
    #expect(
      text.contains(
        "75% (95% interval 60–90%) of the spread of children looked after in 2016-17 comes from inputs"))
    #expect(page().contains("It is not known how far forecasts made like this one have been right"))
  }

  @Test("The files are written whole; a stranger's page is not replaced unless forced")
  func files() throws {
    let files = try ReportFiles(of: folder)
    #expect(try files.write() == ["report.html", "board.html"].map { folder + "/" + $0 })
    #expect(try files.write().count == 2, "an earlier report of ours is replaced")
    #expect(scratch.names("result").contains("charts"))
    #expect(scratch.names("result/charts").allSatisfy { $0.hasSuffix(".vl.json") })
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/board.html"))
    let failure = #expect(throws: OutputFailure.self) { try files.write() }
    #expect(failure?.exitCode == 73)
    #expect(try scratch.text("result/board.html") == "mine")
    try files.write(force: true)
    #expect(try scratch.text("result/board.html").contains("content=\"caseload\""))
    let elsewhere = #expect(throws: OutputFailure.self) {
      try files.write(to: folder + "/report.html/x")
    }
    #expect(elsewhere?.exitCode == 73)
    let names = scratch.names("result")
    #expect(names.allSatisfy { !$0.contains("partial") })
  }

  @Test("A folder that is no result, and one whose tables do not fit, are told")
  func badFolders() throws {
    #expect(throws: ReadFailure.missing(path: "nowhere")) { try ReportFiles(of: "nowhere") }
    let series = try scratch.text("result/series.csv")
    let shorter = series.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).joined(
      separator: "\n")
    try scratch.replace("series.csv", shorter, in: folder)
    let failure = #expect(throws: ReadFailure.self) { try ReportFiles(of: folder) }
    #expect(failure?.exitCode == 65)
    #expect(failure?.description.contains("cost_gbp has 23 months where the first series has 24") == true)
  }
}
