import Foundation
import Results
import Testing

@testable import Reports

@Suite struct WorkbookTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = try scratch.write("result") { $0 = ReportableResult.make() }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test("The same result gives the same bytes")
  func bytesAreTheSame() throws {
    let files = try ReportFiles(of: folder)
    let first = try bytes(#require(files.write(workbook: true).last))
    let second = try bytes(#require(files.write(to: scratch.path + "/again", workbook: true).last))
    #expect(first == second)
    #expect(first.starts(with: Data("PK".utf8)))
    #expect(scratch.names("result").filter { $0.contains("partial") }.isEmpty)
  }

  @Test("A workbook that cannot be written is told, and leaves nothing")
  func failure() throws {
    let files = try ReportFiles(of: folder)
    try FileManager.default.createDirectory(
      atPath: folder + "/workbook.xlsx", withIntermediateDirectories: true)
    let failure = #expect(throws: OutputFailure.self) { try files.write(workbook: true) }
    #expect(failure?.exitCode == 73)
    #expect(failure?.description.contains("workbook.xlsx: it is a folder, not a file") == true)
    #expect(scratch.names("result").filter { $0.contains("partial") }.isEmpty)
  }

  @Test(arguments: [
    (0, 0, "A1"), (6, 5, "F7"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1"), (0, 702, "AAA1"),
  ])
  func addresses(row: Int, column: Int, address: String) {
    #expect(XlsxSheet.address(row, column) == address)
  }
}
