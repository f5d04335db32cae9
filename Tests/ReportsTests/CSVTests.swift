import Notation
import Testing

@testable import Reports
@testable import Results

@Suite struct CSVTests {
  private static let examples: [(String, String)] = [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("£ per week", "GBP per week"),
    ("2015–16 × £3", "2015-16 x GBP 3"), ("Ynys Môn", "Ynys Môn"), ("return\r", "return\u{FFFD}"),
    (" spaced ", " spaced "),
  ]

  @Test(arguments: examples)
  func quotesWhereItMust(_ text: String, _ cell: String) {
    var bytes: [UInt8] = []
    CSVText.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }

  @Test func everyTextComesBack() {
    let letters = ["a", ",", "\"", "\n", "\r\n", "é", " ", "=", ""]
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      var cells: [String] = []
      for _ in 0..<4 {
        var cell = ""
        for _ in 0..<4 {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          cell += letters[Int(state >> 33) % letters.count]
        }
        cells.append(cell)
      }
      var table = CSVText(columns: ["a", "b", "c", "d"], ending: [])
      table.cells(cells)
      table.endRow()
      let read = CSVRows(table.bytes)
      #expect(read.columns == ["a", "b", "c", "d"])
      #expect(read.rows.first?.cells.map(CSVText.original) == cells.map(SafeText.visible))
    }
  }

  @Test("Pound signs are written in ASCII and come back; a word that has the letters in it is left")
  func pounds() {
    for text in ["£", "£ per week", "£36.1m in all", "-£5", "£ 5", "from £2 to £3", "GBPx", "aGBP", "EGBP_1"]
    {
      var bytes: [UInt8] = []
      CSVText.append(text, to: &bytes)
      #expect(bytes.allSatisfy { $0 < 128 })
      #expect(CSVText.original(String(decoding: bytes, as: UTF8.self)) == text)
    }
  }

  @Test("In JSON money is in pounds, as in the file, and each row of money has its unit")
  func json() throws {
    var row = GrowthRow.blank
    row.growth.mean = 62_682_799.024
    guard case .array(let rows) = GrowthRow.table.json([row]), case .object(let members)? = rows.first else {
      Issue.record("no rows")
      return
    }
    func member(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }
    #expect(member("growth_mean") == .number(62_682_799.02) && member("unit") == .string("GBP"))
  }

  @Test func emptyCellsStayEmpty() {
    var table = CSVText(columns: ["a", "b", "c"], ending: [])
    table.cell(nil as Double?)
    table.cell(Double.nan)
    table.cell(nil as Int?)
    table.endRow()
    #expect(String(decoding: table.bytes, as: UTF8.self) == "a,b,c\n,,\n")
  }

  @Test func readsFilesOfOtherPrograms() {
    let text = "\u{FEFF}a,b\r\n1,\"x\ny\"\r\n\r\n2,z"
    let table = CSVRows(Array(text.utf8))
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "x\ny"], ["2", "z"]])
    #expect(table.rows.map(\.line) == [2, 5])
  }
}
