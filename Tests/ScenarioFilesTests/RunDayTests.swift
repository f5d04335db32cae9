import Dates
import Parameters
import Testing

@testable import ScenarioFiles

@Suite("Days counted from the start of the run")
struct RunDayTests {
  @Test(
    "Months first, to the end of a shorter month, then days",
    arguments: [
      ("start", "2025-04-01"), ("start + 12 months", "2026-04-01"), ("start+1year", "2026-04-01"),
      ("start + 2 years - 1 day", "2027-03-31"), ("start - 1 month", "2025-03-01"),
      ("start + 2 weeks", "2025-04-15"), ("start + 60 months - 1 day", "2030-03-31"),
    ])
  func dates(text: String, date: String) throws {
    #expect(try #require(RunDay(text)).date(from: CivilDate(2025, 4, 1))?.description == date)
  }

  @Test func monthsEnd() {
    #expect(RunDay("start + 1 month")?.date(from: CivilDate(2025, 1, 31)) == CivilDate(2025, 2, 28))
    #expect(RunDay("start + 9999 years")?.date(from: CivilDate(2025, 1, 31)) == nil)
  }

  @Test(arguments: [
    "Start", "start +", "start 12 months", "start + 12 moons", "2025-04-01", "start + x days",
  ])
  func others(text: String) { #expect(RunDay(text) == nil) }

  @Test("The days of the run itself are dates")
  func ofTheRun() {
    #expect(brief("run: { starts: start, replications: 50 }") == ["not-a-run-day@1:16"])
    let slip = findings("run: { ends: start + 3 moons, replications: 50 }")
    #expect(slip.first?.help == "write a day counted from the start of the run as start + 12 months")
  }

  @Test("An option that takes values as they are takes dates alone")
  func options() {
    let reader = ScenarioReader<Town>(modelVersion: "1")
    let failure = #expect(throws: ScenarioFailure.self) {
      try reader.value("run.starts", "start", option: "--vary")
    }
    #expect(failure?.findings.map(\.code) == ["not-a-run-day"])
  }
}
