import Dates
import Foundation
import Results
import Testing

@testable import National

@Suite("The national table")
struct NationalTableTests {
  private func table() throws -> NationalTable {
    let panel = try SmallPanel()
    defer { panel.remove() }
    return try PanelReader.read(panel.folder)
  }

  private func measure(_ name: String) throws -> NationalMeasure { try #require(NationalMeasure.named(name)) }

  @Test("figures of a panel stand under their council, year and column; rates become shares")
  func figures() throws {
    let table = try table()
    #expect(table.years == 2018...2020)
    #expect(try table.figure(measure("children_looked_after"), "101", 2020) == .value(410))
    #expect(try table.figure(measure("children_looked_after"), "102", 2020) == .missing)
    #expect(try table.figure(measure("cla_three_or_more_placements_rate"), "101", 2020) == .value(0.12))
    #expect(table.sources["children_looked_after"] == "2019 to 2020: Children looked after")
  }

  @Test("a count that is suppressed, or under six, is an interval and never written")
  func small() throws {
    let table = try table()
    for name in ["children_looked_after/placement=for_adoption", "cla_ceased/reason=special_guardianship"] {
      #expect(try table.figure(measure(name), "101", 2020) == .small)
      #expect(try table.figure(measure(name), "101", 2020).value == nil)
    }
    let written = try #require(table.files.first { $0.name == "figures.csv" })
    let rows = CSVRows(written.bytes)
    let place = try #require(rows.place(of: "cla_ceased/reason=special_guardianship"))
    #expect(rows.rows.first { $0.cells[0] == "101" && $0.cells[1] == "2020" }?.cells[place] == "c")
  }

  @Test("what is written is read again the same")
  func roundTrip() throws {
    let table = try table()
    let folder = NSTemporaryDirectory() + "national-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try WholeFile.write(table.files, to: folder)
    let again = try NationalTable(folder: folder)
    #expect(again.councils == table.councils)
    #expect(again.years == table.years)
    for council in table.councils {
      for year in table.years {
        for measure in NationalMeasure.all {
          let (one, two) = (
            table.figure(measure, council.code, year), again.figure(measure, council.code, year)
          )
          guard let value = one.value else {
            #expect(one == two)
            continue
          }
          #expect(abs((two.value ?? .nan) - value) <= 0.5)
        }
      }
    }
  }

  @Test(
    "a panel of another shape is refused with its place and what to do",
    arguments: [
      ("looked_after.csv", "la_code,measure", "la_code,series", "panel-columns"),
      ("looked_after.csv", "12,%,ok", "12,share,ok", "panel-unit"),
      ("looked_after.csv", "400,children,ok", "many,children,ok", "panel-figure"),
      ("looked_after.csv", "400,children,ok", "400,children,fine", "panel-status"),
      (
        "looked_after.csv", "2020,Northtown,101,children_looked_after,",
        "2019,Northtown,101,children_looked_after,", "panel-twice"
      ),
      ("councils.csv", "2010,2019", "2019,2010", "panel-years"),
    ])
  func mistakes(_ file: String, _ from: String, _ to: String, _ code: String) throws {
    let panel = try SmallPanel(changing: [file: (from, to)])
    defer { panel.remove() }
    let failure = #expect(throws: NationalFailure.self) { try PanelReader.read(panel.folder) }
    #expect(failure?.description.contains("error[\(code)]") == true)
    #expect(failure?.description.contains(file) == true)
    #expect(failure?.description.contains("\nhelp: ") == true)
  }

  @Test("a name is found whatever its capitals and what it is called beside the place")
  func names() throws {
    let table = try table()
    for name in ["Southport", "southport", "City of Southport", "Southport City Council", "102"] {
      #expect(try table.find(name).code == "102")
    }
  }

  @Test("a misspelt council is suggested, one that ended names what followed it")
  func mistakenNames() throws {
    let table = try table()
    let misspelt = #expect(throws: NationalFailure.self) { try table.find("Nortown") }
    #expect(misspelt?.description.contains("did you mean \"Northtown\"?") == true)
    let ended = #expect(throws: NationalFailure.self) { try table.find("Oldshire") }
    #expect(ended?.description.contains("Southport, City of (102) and Northtown (101)") == true)
    #expect(try table.find("Oldshire", asOf: CivilDate(2018, 12, 31)).code == "103")
  }

  @Test("of two councils of one name the one that is there on the day is meant")
  func sameName() throws {
    let table = try NationalTable(folder: "Scenarios/national")
    #expect(try table.find("Dorset").code == "838")
    #expect(try table.find("Dorset", asOf: CivilDate(2018, 3, 31)).code == "835")
    #expect(throws: NationalFailure.self) { try table.find("835") }
  }

  @Test("a council ended when its name says so, though some figures of it were collected later")
  func endedWhenSaid() throws {
    let council = ListedCouncil(
      code: "928", name: "Oldshire (to 2021)", region: "", years: 2010...2025, successors: ["940"])
    #expect(council.ended == 2021)
    let standing = ListedCouncil(code: "1", name: "New", region: "", years: 2010...2025, successors: [])
    #expect(standing.ended == nil)
  }
}
