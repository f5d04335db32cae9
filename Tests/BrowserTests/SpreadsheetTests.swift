import Foundation
import Results
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

  /// The workbook on paper, as the text of each sheet.
  static func printed(_ workbook: String) throws -> [String] {
    let place = try Place()
    let outcome = try Tools.run(
      try #require(Tools.office),
      [
        "-env:UserInstallation=file://\(place.path)/profile", "--headless", "--convert-to", "pdf", "--outdir",
        place.path,
        workbook,
      ], in: place.path)
    try #require(outcome.code == 0, "\(outcome.err)")
    let pdf = try #require(place.names().first { $0.hasSuffix(".pdf") })
    let text = try Tools.run(
      try #require(Tools.pdfText), ["-layout", place.path + "/" + pdf, "-"], in: place.path)
    return text.out.split(separator: "\u{c}", omittingEmptySubsequences: false).map(String.init).dropLast()
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
      "Dashboard", "Cover", "Contents", "Finance", "Budget", "Growth", "HR", "Risk", "Timeline",
      "Assumptions",
      "Checks", "Inputs",
      "Data",
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
    #expect(
      book.sheets["Risk"]?.contains { $0[0].hasPrefix("R1 Workers cannot be recruited and kept: ") } == true)
    #expect(book.sheets["Data"]?.contains { $0.contains("residential") } == true)
    #expect((book.sheets["Inputs"]?.count ?? 0) > 500)
  }

  @Test("No cell has an error, dates are dates, and no path of the program is told")
  func cells() throws {
    let made = try ReportedService.made.get()
    let book = try Calculated(made.path + "/result/workbook.xlsx")
    for (name, rows) in book.sheets {
      for cell in rows.joined() {
        let isError = cell.hasPrefix("#") || cell.hasPrefix("Err:")
        #expect(!isError, "\(name): \(cell)")
      }
    }
    let months = try #require(book.sheets["Timeline"]).filter { $0.count > 1 && $0[1] == "2015-16" }
    #expect(months.count == 12)
    // A date is written in the program's own way; text would stand there as it was given.
    #expect(months.allSatisfy { $0[0].firstMatch(of: #/^\d{4}-\d\d-\d\d$/#) == nil && !$0[0].isEmpty })
    let command = try #require(book.sheets["Cover"]?.first { $0[0] == "Command" })
    #expect(command[1].hasPrefix("caseload run service.yaml"))
    #expect(!book.sheets.values.joined().joined().contains { $0.contains(Tools.command) })
    // Sums over all futures, and what one future has of them.
    let checks = try #require(book.sheets["Checks"])
    let children = try #require(checks.first { $0[0].hasPrefix("children: looked after") })
    let (whole, each) = (Double(children[1]) ?? 0, Double(children[7]) ?? 1)
    #expect(whole > 100 && abs(whole - each * 20) < 1e-6)
  }

  @Test("The dashboard stands first and has what is likely; tables have names")
  func tables() throws {
    let made = try ReportedService.made.get()
    let place = try Place()
    try Tools.run(
      "/usr/bin/unzip", ["-qq", made.path + "/result/workbook.xlsx", "-d", place.path + "/x"], in: place.path)
    let names = try place.names(in: "x/xl/tables").map { name in
      try #require(try place.text("x/xl/tables/" + name).firstMatch(of: #/ name="([^"]+)"/#)).output.1
    }.map(String.init)
    for name in [
      "tblDashboard", "tblFinance", "tblFinanceTotal", "tblFinanceP80", "tblGrowth", "tblGrowthParts",
      "tblWorkforce",
      "tblRetention", "tblRisks", "tblTimeline", "tblFan1", "tblAssumptions", "tblChecks", "tblInputs",
      "tblData",
    ] { #expect(names.contains(name), "\(name) is missing of \(names)") }
    #expect(Set(names).count == names.count)
    let first = try place.text("x/xl/workbook.xml").firstMatch(of: #/<sheet name="([^"]+)"/#)
    #expect(first?.output.1 == "Dashboard")
    let charts = try place.names(in: "x/xl/charts").map { try place.text("x/xl/charts/" + $0) }
    #expect(charts.contains { $0.contains("<c:areaChart>") && $0.contains("stacked") })
    #expect(charts.contains { $0.contains("<c:barChart>") })
  }

  @Test("It is printed on fewer than 40 sheets of paper", .enabled(if: Tools.pdfText != nil, Tools.hint))
  func paper() throws {
    let made = try ReportedService.made.get()
    let sheets = try Calculated.printed(made.path + "/result/workbook.xlsx")
    #expect((12..<40).contains(sheets.count), "\(sheets.count) sheets")
    #expect(sheets.first?.contains("Page 1 of \(sheets.count)") == true)
    #expect(
      sheets.first?.contains("Children looked after") == true && sheets.first?.contains("Risks") == true)
    // Titles of a long table stand on each of its sheets.
    #expect(sheets.filter { $0.contains("Month end") && $0.contains("Year") }.count >= 1)
  }

  @Test("A balance that is broken in the result is found by the workbook's own arithmetic")
  func broken() throws {
    let made = try ReportedService.made.get()
    let place = try Place()
    // Evidence beside it was drawn from the unbroken result, and is refused beside another.
    try FileManager.default.createDirectory(atPath: place.path + "/result", withIntermediateDirectories: true)
    let manifest = try made.text("result/manifest.json")
    for name in made.names(in: "result") where name == "manifest.json" || manifest.contains("\"\(name)\"") {
      try FileManager.default.copyItem(
        atPath: made.path + "/result/" + name, toPath: place.path + "/result/" + name)
    }
    var rows = try place.text("result/checks.csv").split(separator: "\n").map(String.init)
    var cells = rows[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    cells[5] = String((Double(cells[5]) ?? 0) + 7)
    rows[1] = cells.joined(separator: ",")
    try place.write(rows.joined(separator: "\n") + "\n", as: "result/checks.csv")
    try bind("checks.csv", to: place)
    let outcome = try Tools.run(Tools.command, ["report", "result", "--xlsx", "-q"], in: place.path)
    #expect(outcome.code == 0, "\(outcome.err)")
    let checks = try #require(try Calculated(place.path + "/result/workbook.xlsx").sheets["Checks"])
    let all = try #require(checks.first { $0[0].hasPrefix("All checks together") })
    #expect(Double(all[5]) == 7)
    #expect(checks.contains { $0.count > 5 && $0[5].hasPrefix("BROKEN") })
  }

  /// Makes the manifest say of a file what a program that wrote it so would have said: what was changed by hand is
  /// refused before any workbook is made of it.
  private func bind(_ name: String, to place: Place) throws {
    let (path, folder) = (place.path + "/result/manifest.json", place.path + "/result")
    let before = try #require(place.text("result/manifest.json").firstRange(of: "\"seal\""))
    var text = try String(place.text("result/manifest.json")[..<before.lowerBound])
    let kept = try Regex("\"name\": *\"\(name)\"[^}]*\"sha256\": *\"[0-9a-f]{64}\"")
    let row = try #require(text.firstMatch(of: kept))
    let sum = try FileSum.read(name, in: folder)
    let changed = text[row.range].replacing(/[0-9a-f]{64}/, with: sum.sha256)
      .replacing(/"bytes": *\d+/, with: "\"bytes\": \(sum.bytes)")
    text.replaceSubrange(row.range, with: changed)
    while let last = text.last, last != "," { text.removeLast() }
    let bare = Array(text.dropLast().utf8) + Array("\n}\n".utf8)
    try Data(SealedJSON.sealed(bare)).write(to: URL(fileURLWithPath: path))
  }
}
