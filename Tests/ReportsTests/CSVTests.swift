import Testing

@testable import Reports
@testable import Results

@Suite struct CSVTests {
  private static let examples: [(String, String)] = [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("£ per week", "£ per week"), ("return\r", "\"return\r\""),
    (" spaced ", " spaced "),
  ]

  @Test(arguments: examples)
  func quotesWhereItMust(_ text: String, _ cell: String) {
    var bytes: [UInt8] = []
    CSVText.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }

  @Test func everyTextComesBack() {
    let letters = ["a", ",", "\"", "\n", "\r\n", "é", " ", "£", "=", ""]
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
      #expect(read.rows.first?.cells == cells)
    }
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
