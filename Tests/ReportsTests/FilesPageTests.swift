import Foundation
import Testing

@testable import Results

@Suite("The page on files")
struct FilesPageTests {
  private let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/ServiceModel/Documentation.docc/Files.md")

  @Test("It is made from the tables; WRITE_PAGES=1 swift test --filter FilesPageTests writes it anew")
  func generated() throws {
    if ProcessInfo.processInfo.environment["WRITE_PAGES"] == "1" {
      try Data(FilesPage.text.utf8).write(to: path)
    }
    let page = try String(contentsOf: path, encoding: .utf8)
    #expect(page == FilesPage.text, "Files.md is not what the tables say")
  }

  @Test("Every table has a name of its own, and every column a name and a meaning")
  func declared() {
    let tables = Tables.figures + Tables.others
    #expect(Set(tables.map(\.name)).count == tables.count)
    for table in tables {
      #expect(Set(table.names).count == table.names.count, "\(table.name)")
      #expect(!table.documentation.contains("|  |"), "\(table.name)")
    }
  }
}
