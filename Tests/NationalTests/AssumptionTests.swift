import Foundation
import Testing

@testable import National

@Suite("What no column tells")
struct AssumptionTests {
  @Test("each number stands on the page with its meaning and source")
  func page() throws {
    let page = try String(
      contentsOfFile: "Sources/caseload/Documentation.docc/National/Councils.md", encoding: .utf8)
    #expect(CouncilAssumption.all.count > 10)
    for assumption in CouncilAssumption.all {
      let value =
        assumption.value == assumption.value.rounded() ? "\(Int(assumption.value))" : "\(assumption.value)"
      #expect(page.contains("| \(value) | \(assumption.meaning) | "), "\(assumption.meaning)")
      #expect(!assumption.source.text.isEmpty && page.contains(assumption.source.text))
    }
  }
}
