import Foundation
import ServiceModel
import Testing

@Suite("The version that is written down")
struct VersionTests {
  private func text(_ name: String) throws -> String {
    try String(contentsOf: SourceFile.project.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("The changelog begins with the version of the model")
  func changelog() throws {
    let newest = try #require(text("CHANGELOG.md").firstMatch(of: #/(?m)^## ([\d.]+), /#)).output.1
    #expect(newest == ModelVersion.current)
  }

  @Test("Who cites the program, and who installs its package, names that version")
  func elsewhere() throws {
    #expect(try text("CITATION.cff").contains("\nversion: \(ModelVersion.current)\n"))
    #expect(try text("README.md").contains("caseload_\(ModelVersion.current)-1_amd64.deb"))
  }
}
