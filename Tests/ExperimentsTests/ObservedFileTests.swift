import Dates
import Foundation
import Parameters
import ScenarioFiles
import ServiceModel
import Testing

@testable import Results
@testable import Sweeps

@Suite struct ObservedFileTests {
  private let header = "measure,breakdown,date,value,unit,status,release,note\n"

  @Test func readsFiguresAndSkipsTheSuppressed() throws {
    let file = try ObservedFile(
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

  @Test func smallCountsOfChildrenAreNotTold() throws {
    let text =
      header + """
        children_looked_after,age=under-1,2016-03-31,4,children,ok,DfE,
        children_looked_after,age=1-4,2016-03-31,,children,suppressed,,
        children_looked_after,age=5-9,2016-03-31,6,children,ok,DfE,
        children_looked_after,age=10-15,2016-03-31,0,children,ok,DfE,
        agency_fte,,2016-09-30,4,FTE,ok,DfE,
        agency_fte,,2017-09-30,,FTE,suppressed,DfE,

        """
    for watched in [[], ModelTables(ServiceParameters()).watched] {
      let file = try ObservedFile(text: text, name: "town.csv", watched: watched)
      #expect(file.findings.isEmpty)
      #expect(file.figures.map(\.value) == [6, 0, 4])
      #expect(file.small.map(\.breakdown) == ["age=under-1", "age=1-4"])
      #expect(file.small.allSatisfy { $0.told == nil && $0.value == SmallCount.middle })
    }
  }

  /// `code@line:column` of each finding, or of what keeps the file from being read.
  private func brief(_ text: String, watched: [Series] = []) -> [String] {
    let findings: [Finding]
    do throws(ScenarioFailure) {
      findings = try ObservedFile(text: text, name: "town.csv", watched: watched).findings
    } catch {
      findings = error.findings
    }
    #expect(findings.allSatisfy { $0.help != nil && $0.sourceLine != nil })
    return findings.map { "\($0.code)@\($0.place.line):\($0.place.column)" }
  }

  @Test func everyBadRowIsToldWithItsPlace() {
    #expect(
      brief(
        header + """
          ,,2016-03-31,1,children,ok,DfE,
          referrals,,2016-02-30,1,children,ok,DfE,
          referrals,,2016-03-31,many,children,ok,DfE,
          vacancy_rate_fte,,2016-09-30,13.8,share,ok,DfE,
          referrals,,2017-03-31,1,children,guess,DfE,
          referrals,,2018-03-31,1,children,ok,,
          referrals,age,2018-03-31,1,children,ok,DfE,
          referrals,,2020-03-31,1,children,ok,DfE,
          referrals,,2020-03-31,2,children,ok,DfE,
          """) == [
          "no-measure@2:1", "not-a-date@3:12", "not-a-number@4:23", "out-of-range@5:30",
          "unknown-choice@6:34",
          "no-release@7:37", "unknown-breakdown@8:11", "given-twice@10:1",
        ])
    #expect(brief(header + "referrals,,2019-03-31,1\n") == ["too-few-cells@2:23"])
  }

  @Test func missingColumnsAreTold() {
    #expect(
      brief("measure,date,value,unit,status,note\nreferrals,2016-03-31,1,children,ok,\n") == [
        "missing-column@1:1", "missing-column@1:1",
      ])
    #expect(brief("") == ["empty-file@1:1"])
    #expect(throws: ScenarioFailure.self) { try ObservedFile(path: "/nowhere/x.csv") }
  }

  @Test func rowsThatNoRunCouldBeComparedWithAreTold() throws {
    let watched = ModelTables(ServiceParameters()).watched
    let rows = """
      children_looked_afer,,2016-03-31,386,children,ok,DfE,misspelt
      vacancy_rate_fte,role=socialworker,2016-09-30,0.172,share,ok,DfE,misspelt part
      children_looked_after,,2016-03-15,386,children,ok,DfE,mid-month
      referrals,,2016-06-30,900,children,ok,DfE,a quarter
      vacancy_rate_fte,,2016-09-30,17.2,share,ok,DfE,a percentage
      inpost_fte,,2016-09-30,150,people,ok,DfE,another unit
      cost_gbp,,2016-03-31,30,£m,ok,DfE,another unit
      starters_fte,,2016-09-30,20,FTE,ok,DfE,sound
      turnover_rate_fte,,2016-09-30,1.2,share,ok,DfE,sound
      """
    #expect(
      brief(header + rows, watched: watched) == [
        "unknown-measure@2:1", "unknown-breakdown@3:18", "not-month-end@4:24", "not-year-end@5:12",
        "out-of-range@6:30", "wrong-unit@7:28", "wrong-unit@8:25",
      ])
    let first = try ObservedFile(text: header + rows, name: "town.csv", watched: watched).findings
    #expect(
      first.prefix(2).map(\.help) == [
        "did you mean \"children_looked_after\"?", "did you mean \"role=social_worker\"?",
      ])
    #expect(first[4].help == "write 0.172 for 17.2%")
  }

  @Test func othersColumnsAreWorthALook() throws {
    let text =
      header.replacing("note", with: "note,colour") + "referrals,,2016-03-31,10,children,ok,DfE,,red\n"
    #expect(brief(text) == ["unknown-column@1:55"])
    #expect(try ObservedFile(text: text, name: "town.csv").figures.count == 1)
  }

  @Test func theShippedFiguresAreSound() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shipped = root.appendingPathComponent("Scenarios/observed/cheshire-east.csv").path
    let file = try ObservedFile(path: shipped)
    #expect(file.findings.isEmpty)
    let watched = ModelTables(ServiceParameters()).watched
    #expect(try ObservedFile(path: shipped, watched: watched).findings.map(\.text) == [])
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
    let ages = file.figures.filter { $0.breakdown.hasPrefix("age=") }
    let kinds = Set(ages.map { "\($0.measure) \($0.date)" })
    #expect(kinds.count == 7)
    for kind in kinds {
      let parts = ages.filter { "\($0.measure) \($0.date)" == kind }
      #expect(parts.count == 5)
      #expect(parts.reduce(0) { $0 + $1.value } == value(parts[0].measure, "", parts[0].date), "\(kind)")
    }
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
