import Foundation
import Testing

/// A workbook that LibreOffice opened, calculated anew, and wrote sheet by sheet.
struct Calculated {
  let sheets: [String: [[String]]]

  init(_ workbook: String) throws {
    let office = try #require(Tools.office)
    let place = try Place()
    // Figures stored in the file are not believed: everything is calculated when it is loaded.
    let profile = place.path + "/profile/user"
    try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
    try place.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item \
      oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value>\
      </prop></item></oor:items>
      """, as: "profile/user/registrymodifications.xcu")
    let outcome = try Tools.run(
      office,
      [
        "-env:UserInstallation=file://\(place.path)/profile", "--headless", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir",
        place.path + "/out", workbook,
      ], in: place.path)
    try #require(outcome.code == 0, "\(outcome.err)")
    var sheets: [String: [[String]]] = [:]
    for name in place.names(in: "out") where name.hasSuffix(".csv") {
      let sheet = name.dropLast(4).split(separator: "-").last.map(String.init) ?? name
      sheets[sheet] = try place.text("out/" + name).split(separator: "\n").map(Calculated.cells)
    }
    self.sheets = sheets
  }

  /// The cells of one line; commas inside quotation marks do not part them.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

@Suite("The workbook in a spreadsheet program", .serialized, .enabled(if: Tools.office != nil, Tools.hint))
struct SpreadsheetTests {
  @Test("It opens, is calculated anew, every check is zero, and the totals are the sums")
  func checks() throws {
    let made = try ReportedService.made.get()
    let book = try Calculated(made.path + "/result/workbook.xlsx")
    let names = [
      "Cover", "Contents", "Assumptions", "Inputs", "Timeline", "Finance", "Growth", "HR", "Risk", "Checks",
    ]
    #expect(Set(book.sheets.keys) == Set(names))
    let checks = try #require(book.sheets["Checks"])
    let all = try #require(checks.first { $0[0].hasPrefix("All checks together") })
    #expect(Double(all[5]) == 0)
    #expect(checks.contains { $0.count > 5 && $0[5] == "all hold" })
    let live = checks.filter {
      $0[0].contains("closing") && $0[0].contains("opening") || $0[0].hasPrefix("Finance 20")
    }
    #expect(live.count >= 8)
    for row in live { #expect(Double(row[5]) == 0, "\(row)") }

    let finance = try #require(book.sheets["Finance"])
    let total = try #require(finance.first { $0[0] == "Total (live)" })
    let simulated = try #require(finance.first { $0[0] == "Total as simulated" })
    for column in 1...3 {
      let sum = try #require(Double(total[column]))
      #expect(sum > 100_000)
      #expect(abs(sum - (Double(simulated[column]) ?? 0)) < 0.01)
    }
    #expect(book.sheets["Risk"]?.contains { $0[0] == "R1" } == true)
    #expect(book.sheets["Growth"]?.contains { $0.contains("residential") } == true)
    #expect((book.sheets["Inputs"]?.count ?? 0) > 500)
  }

  @Test("A balance that is broken in the result is found by the workbook's own arithmetic")
  func broken() throws {
    let made = try ReportedService.made.get()
    let place = try Place()
    try FileManager.default.copyItem(atPath: made.path + "/result", toPath: place.path + "/result")
    var rows = try place.text("result/checks.csv").split(separator: "\n").map(String.init)
    var cells = rows[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    cells[5] = String((Double(cells[5]) ?? 0) + 7)
    rows[1] = cells.joined(separator: ",")
    try place.write(rows.joined(separator: "\n") + "\n", as: "result/checks.csv")
    let outcome = try Tools.run(Tools.command, ["report", "result", "--xlsx", "-q"], in: place.path)
    #expect(outcome.code == 0, "\(outcome.err)")
    let checks = try #require(try Calculated(place.path + "/result/workbook.xlsx").sheets["Checks"])
    let all = try #require(checks.first { $0[0].hasPrefix("All checks together") })
    #expect(Double(all[5]) == 7)
    #expect(checks.contains { $0.count > 5 && $0[5].hasPrefix("BROKEN") })
  }
}
