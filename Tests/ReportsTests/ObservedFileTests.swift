import Dates
import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite struct ObservedFileTests {
  private let header = "measure,breakdown,date,value,unit,status,release,note\n"

  @Test func readsFiguresAndSkipsTheSuppressed() {
    let file = ObservedFile(
      text: header + """
        referrals,,2016-03-31,3749,referrals,ok,"Children in need, 2016 (DfE)",
        children_looked_after,placement=other,2016-03-31,,children,suppressed,DfE,under 6
        vacancy_rate_fte,,2016-09-30,0.138,share,revised,DfE,a note

        """, name: "town.csv")
    #expect(file.findings.isEmpty)
    #expect(file.figures.map(\.value) == [3749, 0.138])
    #expect(file.figures.map(\.date) == [CivilDate(2016, 3, 31), CivilDate(2016, 9, 30)])
    #expect(file.figures.map(\.note) == ["", "a note"])
    #expect(file.figures[0].release == "Children in need, 2016 (DfE)")
  }

  @Test func everyBadRowIsToldWithItsLine() {
    let file = ObservedFile(
      text: header + """
        ,,2016-03-31,1,children,ok,DfE,
        referrals,,2016-02-30,1,children,ok,DfE,
        referrals,,2016-03-31,many,children,ok,DfE,
        vacancy_rate_fte,,2016-09-30,13.8,share,ok,DfE,
        referrals,,2017-03-31,1,children,guess,DfE,
        referrals,,2018-03-31,1,children,ok,,
        referrals,age,2018-03-31,1,children,ok,DfE,
        referrals,,2019-03-31,1
        referrals,,2020-03-31,1,children,ok,DfE,
        referrals,,2020-03-31,2,children,ok,DfE,
        """, name: "town.csv")
    #expect(
      file.findings.map(\.description) == [
        "town.csv:2: error: the measure is empty",
        "town.csv:3: error: `2016-02-30` is not a date of the form 2015-03-31",
        "town.csv:4: error: `many` is not a number",
        "town.csv:5: error: the share 13.8 is not between 0 and 1 (17% is written 0.17)",
        "town.csv:6: error: the status `guess` is not one of ok, revised, provisional, suppressed",
        "town.csv:7: error: the release is empty: every published figure names where it is from",
        "town.csv:8: error: the breakdown `age` is not of the form key=value",
        "town.csv:9: error: the row has 4 cells where the header has 8",
        "town.csv:11: error: the same measure, breakdown and date stand in line 10 already",
      ])
    #expect(file.figures.count == 1)
  }

  @Test func missingColumnsAreTold() {
    let file = ObservedFile(
      text: "measure,date,value,unit,status,note\nreferrals,2016-03-31,1,children,ok,\n", name: "x")
    #expect(
      file.findings.map(\.description) == [
        "x:1: error: the column `breakdown` is missing", "x:1: error: the column `release` is missing",
      ])
    #expect(ObservedFile(text: "", name: "x").findings.last?.message == "the file is empty")
    #expect(throws: ReadFailure.missing(path: "/nowhere/x.csv")) { try ObservedFile(path: "/nowhere/x.csv") }
  }

  @Test func theShippedFiguresAreSound() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try ObservedFile(
      path: root.appendingPathComponent("Scenarios/observed/cheshire-east.csv").path)
    #expect(file.findings.isEmpty)
    #expect(file.figures.count > 300)
    func value(_ measure: String, _ breakdown: String, _ date: CivilDate) -> Double? {
      file.figures.first { $0.measure == measure && $0.breakdown == breakdown && $0.date == date }?.value
    }
    let march = CivilDate(2016, 3, 31)
    let september = CivilDate(2016, 9, 30)
    // What adds up or divides as its definition says was copied without a slip.
    let inPost = try #require(value("inpost_fte", "", september))
    let vacant = try #require(value("vacancy_fte", "", september))
    let rate = try #require(value("vacancy_rate_fte", "", september))
    #expect((vacant / (vacant + inPost) - rate).magnitude < 0.001)
    #expect(value("cost_gbp", "line=children_looked_after", march) == 23_773_871)
    let ages = file.figures.filter { $0.breakdown.hasPrefix("age=") }.map(\.value)
    #expect(ages.reduce(0, +) == value("children_looked_after", "", CivilDate(2015, 3, 31)))
  }

  @Test func ratesAgreeWithTheirParts() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try ObservedFile(
      path: root.appendingPathComponent("Scenarios/observed/cheshire-east.csv").path)
    for year in 2016...2025 {
      func value(_ measure: String) -> Double {
        file.figures.first {
          $0.measure == measure && $0.breakdown.isEmpty && $0.date == CivilDate(year, 9, 30)
        }?.value ?? .nan
      }
      let inPost = value("inpost_fte")
      #expect(
        (value("vacancy_fte") / (value("vacancy_fte") + inPost) - value("vacancy_rate_fte")).magnitude
          < 0.0011)
      #expect(
        (value("agency_fte") / (value("agency_fte") + inPost) - value("agency_rate_fte")).magnitude < 0.0011)
      #expect((value("leavers_fte") / inPost - value("turnover_rate_fte")).magnitude < 0.0011)
    }
  }
}
