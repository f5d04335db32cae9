import Foundation
import Testing

@testable import Results

@Suite("The page on files")
struct FilesPageTests {
  private let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(
      "Sources/caseload/Documentation.docc/Results/Files.md")

  @Test("It is made from the tables; `make pages` writes it anew")
  func generated() throws {
    if ProcessInfo.processInfo.environment["PAGES"] == "write" {
      try Data(FilesPage.text.utf8).write(to: path)
    }
    let page = try String(contentsOf: path, encoding: .utf8)
    #expect(page == FilesPage.text, "Files.md is not what the tables say")
  }

  static let tables: [any TableDeclaration] = Tables.figures + Tables.others + EvidenceFile.all

  @Test("Every table has a name of its own, and every column a meaning", arguments: tables)
  func declared(table: any TableDeclaration) {
    #expect(Self.tables.count { $0.name == table.name } == 1)
    #expect(Set(table.names).count == table.names.count)
    #expect(!table.documentation.contains("|  |"))
  }
}
