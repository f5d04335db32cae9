import Experiments
import Testing
import Verification

@Suite("The cases that come with the program")
struct ShippedCaseTests {
  @Test func everyGroupIsThereAndEveryCaseNamesItsSource() throws {
    let cases = try Checked.shipped()
    #expect(
      Set(cases.map(\.group)) == [
        "queueing", "caseload stock", "workforce", "coupled core", "work pace", "placements",
        "partners and plan", "managers", "workforce depth", "random numbers",
        "sensitivity", "money", "statistics", "drift",
      ])
    #expect(cases.allSatisfy { !$0.source.isEmpty && !$0.title.isEmpty })
    #expect(cases.count >= 50)
  }

  @Test("Every scenario of a case is valid")
  func scenariosAreValid() throws {
    for item in try Checked.shipped() {
      guard let scenario = item.scenario else { continue }
      let read = scenario.read()
      #expect(read.parameters != nil, "\(item.id): \(read.findings.map(\.message))")
    }
  }

  @Test("Cases without chance pass")
  func withoutChance() async throws {
    for item in try Checked.shipped() where item.readings.isEmpty || item.id == "Q26" {
      let rows = try await Verification(jobs: 1).rows(item)
      for row in rows { #expect(row.passed, "\(row.caseID), \(row.quantity): \(row.reason)") }
    }
  }

  /// Minutes where the program was not built to be fast, so only in a release build.
  @Test(
    "All cases of a group pass", .enabled(if: Checked.isRelease),
    arguments: [
      "queueing", "caseload stock", "workforce", "coupled core", "work pace", "placements",
      "partners and plan", "workforce depth", "drift",
      "random numbers",
    ])
  func group(_ group: String) async throws {
    for item in try Checked.shipped() where item.group == group {
      let rows = try await Verification(jobs: 2).rows(item)
      for row in rows { #expect(row.passed, "\(row.caseID), \(row.quantity): \(row.reason)") }
    }
  }
}
