import Foundation
import Testing

/// Slips that `check` warns of in values that are allowed.
@Suite("Values that are slips")
struct PlausibleTests {
  @Test(
    "A slip of a thousand or of per cent, and a ratio the wrong way round, are said",
    arguments: [
      ("levers.recruitmentTeam.poundsPerYear=80", "write 80000"),
      ("levers.retentionPayment.pounds=2.5", "write 2500"),
      ("levers.retentionPayment.leavingHazardRatio=1.15", "above 1 it raises it"),
      ("levers.paySupplement.share=0.5", "write 0.05"), ("leaving.perYear.under2Years=16", "write 0.16"),
      ("money.budget.residential=6000", "write 6000000"),
      ("money.budget.unaccompaniedGrant=100000", "write -100000"),
      ("money.perStarter=3", "write 3000"), ("money.payAwards=[0.01, 0.2]", "write 0.02"),
    ])
  func slips(set: String, said: String) throws {
    let place = try Workplace()
    let base = Workplace.project.appendingPathComponent("Scenarios/cheshire-east-2015.yaml").path
    let outcome = try place.run("check", base, "--set", set)
    #expect(outcome.code == 0 && outcome.err.contains("warning[implausible]"), "\(outcome.err)")
    #expect(outcome.err.contains(said), "\(outcome.err)")
  }

  @Test("Nothing that is shipped is taken for a slip")
  func shipped() throws {
    let place = try Workplace()
    let folder = Workplace.project.appendingPathComponent("Scenarios")
    for name in ["cheshire-east-2015.yaml", "cheshire-east-2025.yaml", "england.yaml"] {
      let outcome = try place.run("check", folder.appendingPathComponent(name).path)
      #expect(!outcome.err.contains("implausible"), "\(outcome.err)")
    }
    for kind in ["levers", "shocks", "budgets", "hindsight"] {
      let overlays = folder.appendingPathComponent(kind)
      for file in try FileManager.default.contentsOfDirectory(atPath: overlays.path)
      where file.hasSuffix(".yaml") {
        let outcome = try place.run(
          "check", folder.appendingPathComponent("cheshire-east-2015.yaml").path, "--with",
          overlays.appendingPathComponent(file).path)
        #expect(!outcome.err.contains("implausible"), "\(file): \(outcome.err)")
      }
    }
  }
}
