import Foundation
import Notation
import Testing

@testable import Reports
@testable import Results

@Suite("A changed scenario says so under its title")
struct ChangedTests {
  private func changed() -> ResultSet {
    var result = SmallResult.make()
    result.manifest.overlays = ["Scenarios/levers/retention-payment.yaml"]
    result.manifest.overlayTitles = ["Retention payment"]
    result.manifest.settings = ["demand.growthPerYear=0.03", "run.replications=4", "run.seed=7"]
    return result
  }

  @Test(
    "Overlays by their names and values set, in the summary, the report, the board paper and the risk pages")
  func everywhere() throws {
    let (plain, result) = (SmallResult.make(), changed())
    let words = "Changed: Retention payment; demand.growthPerYear=0.03."
    #expect(result.manifest.changed == words && plain.manifest.changed == nil)
    #expect(RunSummary(result).text(width: 100).contains(words))
    #expect(!RunSummary(plain).text(width: 100).contains("Changed"))
    let report = Report(result, folder: "Results/a")
    #expect(String(decoding: report.page, as: UTF8.self).contains(words))
    // A committee reads no names of the scenario's own.
    #expect(
      String(decoding: report.boardPaper, as: UTF8.self).contains(
        "Changed: Retention payment; 1 value set by hand."))
    var row = RiskRow.blank
    row.likelihood = Likelihood(1, of: 4)
    row.likelihoodOfCell = Likelihood(1, of: 4)
    for file in RiskPage(RiskFindings(row), result.manifest).files {
      let page = String(decoding: file.bytes, as: UTF8.self).replacing("\\", with: "")
      #expect(
        page.contains("Tiny town. Changed: Retention payment; demand.growthPerYear=0.03."), "\(file.name)")
    }
  }

  @Test("Of many changes the first few are named and the others counted; fixed values are a change")
  func many() {
    var manifest = SmallResult.manifest()
    manifest.settings = (1...7).map { "a.b\($0)=1" }
    #expect(manifest.changed == "Changed: a.b1=1; a.b2=1; a.b3=1; a.b4=1; and 3 more.")
    manifest.settings = ["run.seed=3"]
    #expect(manifest.changed == nil)
    manifest.isFixed = true
    #expect(manifest.changed == "Changed: every uncertain value held at its point value.")
  }

  @Test("A manifest keeps the titles, and one that has none is read by the names of its files")
  func stored() throws {
    let result = changed()
    let json = ManifestJSON.value(result)
    #expect(ManifestJSON.manifest(json)?.overlayTitles == ["Retention payment"])
    guard case .object(let members) = json else { return }
    let older = JSONValue.object(members.filter { $0.name != "overlay_titles" })
    #expect(ManifestJSON.manifest(older)?.overlayTitles == result.manifest.overlays)
  }
}
