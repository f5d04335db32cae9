import Foundation
import Parameters
import Testing

@testable import ScenarioFiles

@Suite("Tables that people hand in")
struct GivenTableTests {
  private func table(_ text: String) throws(ScenarioFailure) -> GivenTable {
    try GivenTable(bytes: Array(text.utf8), name: "points.csv")
  }

  /// The cells, or the codes with their places.
  private func cells(_ bytes: [UInt8]) -> [[String]] {
    do throws(ScenarioFailure) {
      let table = try GivenTable(bytes: bytes, name: "points.csv")
      return [table.columns.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
    } catch {
      return [error.findings.map { "\($0.code)@\($0.place.line):\($0.place.column)" }]
    }
  }

  private func cells(_ text: String) -> [[String]] { cells(Array(text.utf8)) }

  private func points(_ text: String) -> [String] {
    do throws(ScenarioFailure) {
      let points = try ScenarioReader<Town>(modelVersion: "1").points(in: table(text))
      return [points.paths.joined(separator: " ")]
        + points.rows.map { $0.map(\.text).joined(separator: " ") }
    } catch {
      return error.findings.map { "\($0.code)@\($0.place.line):\($0.place.column)" }
    }
  }

  @Test("Of a table that is no table of points, not every column is told", .timeLimit(.minutes(1)))
  func wide() {
    let header = (0..<50_000).map { "column\($0)" }.joined(separator: ",")
    let values = Array(repeating: "1", count: 50_000).joined(separator: ",")
    #expect(points(header + "\n" + values + "\n").count == GivenTable.mostFindings)
  }

  @Test(
    "What spreadsheets save is one table",
    arguments: [
      "a,b\n1,0.5\n2,3\n", "a, b \n 1 ,0.5\n2, 3", "a;b\n1;0,5\n2;3\n", "a\tb\r\n1\t0.5\r\n2\t3\r\n",
      "a,b,\n1,0.5,\n2,3,\n",
      "\n\na,b\n\n1,0.5\n,\n2,3\n\n", "\"a\",\"b\"\n\"1\",0.5\n2,\"3\"\n", "sep=;\na;b\n1;0,5\n2;3",
      "a,b\r1,0.5\r2,3\r",
      "a;b;;;\n1;0,5;;;\n2;3;;;\n;;;;\n", "\u{FEFF}a,b\n1,0.5\n2,3\n",
    ])
  func forms(text: String) {
    #expect(cells(text) == [["a", "b"], ["1", "0.5"], ["2", "3"]])
  }

  @Test("UTF-16 with its mark is read, whichever way round")
  func utf16() {
    for (encoding, mark) in [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    ] {
      let bytes = mark.map { UInt8($0) } + Array("a;é\n1;0,25\n".data(using: encoding) ?? Data())
      #expect(cells(bytes) == [["a", "é"], ["1", "0.25"]])
    }
  }

  @Test(
    "Files that are something else say what they are",
    arguments: [
      ([0x50, 0x4B, 3, 4, 0, 0], "Excel workbook"), ([0x1F, 0x8B, 8, 0], "compressed"),
      (Array("%PDF-1.4".utf8), "PDF"), (Array("a\0,\0b\0\n\0".utf8), "UTF-16"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32"),
      (Array("a\0\0\0,\0\0\0b\0\0\0".utf8), "UTF-32"),
      ([0x61, 0xE9, 0x2C], "not written in UTF-8"),
      ([0xFF, 0xFE, 0x61], "UTF-16"), ([0xFF, 0xFE, 0x00, 0xD8], "UTF-16"),
      (Array("SQLite format 3".utf8), "database"),
    ] as [([UInt8], String)])
  func others(bytes: [UInt8], words: String) {
    let failure = #expect(throws: ScenarioFailure.self) { () throws(ScenarioFailure) in
      try GivenTable(bytes: bytes, name: "points.csv")
    }
    #expect(failure?.findings.first?.message.contains(words) == true)
    #expect(failure?.findings.first?.help == "save it as \"CSV UTF-8 (comma delimited)\"")
  }

  @Test("What is wrong has its line and column")
  func mistakes() {
    #expect(cells("") == [["empty-file@1:1"]])
    #expect(cells("\n , \n") == [["empty-file@1:1"]])
    #expect(cells("a,a\n1,2\n") == [["column-twice@1:3"]])
    #expect(cells("a,,b\n1,2,3\n") == [["no-name@1:3"]])
    #expect(cells("a,b\n1\n1,2,3\n") == [["too-few-cells@2:1", "too-many-cells@3:5"]])
    #expect(cells("a,b\n\"1,2\n") == [["unclosed@2:1"]])
    #expect(cells("a,b\n\"1\"x,2\n").first?.first == "after-quote@2:4")
  }

  @Test("A comma that may be either stays for the reader of numbers")
  func commas() {
    #expect(
      cells("a;b\n39,500;0,125\n1234,567;-2,5\n")[1...] == [["39,500", "0.125"], ["1234.567", "-2.5"]])
    #expect(cells("a,b\n\"39,500\",1\n")[1] == ["39,500", "1"])
    #expect(points("demand.referralsPerYear;demand.shareHome\n39,500;0,7\n") == ["digit-grouping@2:1"])
  }

  @Test("A quoted cell may hold separators, quotation marks and line ends")
  func quotes() {
    #expect(
      cells("a,b\n\"x, \"\"y\"\"\",\"p\nq\"\nz,w\n") == [["a", "b"], ["x, \"y\"", "p\nq"], ["z", "w"]])
  }

  @Test("A design's cells are values of parameters")
  func design() {
    #expect(
      points("demand.referralsPerYear, run.replications\n600,20\n700,30\n") == [
        "demand.referralsPerYear run.replications", "600 20", "700 30",
      ])
    #expect(
      points("demand.byMonth;run.starts\n[1, 2];2015-04-01\n") == [
        "demand.byMonth run.starts", "[1, 2] 2015-04-01",
      ])
  }

  @Test("Wrong values stand at their cells")
  func values() throws {
    #expect(points("demand.referalsPerYear\n600\n") == ["unknown-key@1:1"])
    #expect(
      points("demand.shareHome,run.seed\n2,x\n,3\n") == [
        "out-of-range@2:1", "wrong-type@2:3", "no-value@3:1",
      ])
    #expect(points("demand.shareHome\n0.5\n0.50\n") == ["level-twice@3:1"])
    #expect(points("demand.shareHome\n") == ["no-points@1:1"])
    let failure = #expect(throws: ScenarioFailure.self) { () throws(ScenarioFailure) in
      try ScenarioReader<Town>(modelVersion: "1").points(in: table("run.seed,demand.shareHome\n3,75%\n"))
    }
    #expect(
      failure?.description == """
        points.csv:2:3: error[percent]: "demand.shareHome": "75%" is a percentage.
        3,75%
          ^~~
        help: write 0.75, a share of 1
        """)
  }
}
