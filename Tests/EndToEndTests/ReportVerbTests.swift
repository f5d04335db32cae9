import Foundation
import TestSupport
import Testing

@Suite("The report", .timeLimit(.minutes(1)))
struct ReportVerbTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    let outcome = try place.run("run", "service.yaml", "--out", "results")
    try #require(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("  caseload report results\n"), "the summary says how to draw the report")
  }

  @Test("It is drawn from the folder alone, twice the same, beside what was there")
  func drawn() throws {
    let before = place.names(in: "results")
    let outcome = try place.run("report", "results/", "--xlsx")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(
      outcome.err == "wrote results/report.html\nwrote results/board.html\nwrote results/workbook.xlsx\n")
    #expect(outcome.out.isEmpty)
    #expect(
      Set(place.names(in: "results")).subtracting(before) == [
        "board.html", "charts", "report.html", "workbook.xlsx",
      ])
    let page = try place.bytes("results/report.html")
    #expect(page.count < 3_000_000)
    #expect(try place.run("report", "results", "-q", "--out", "elsewhere", "--xlsx").code == 0)
    #expect(try place.bytes("elsewhere/report.html") == page)
    #expect(try place.bytes("elsewhere/workbook.xlsx") == place.bytes("results/workbook.xlsx"))
  }

  @Test("A run writes the same workbook when it is asked to")
  func withTheRun() throws {
    #expect(try place.run("run", "service.yaml", "-q", "--out", "more", "--xlsx").code == 0)
    #expect(place.names(in: "more").contains("workbook.xlsx"))
    #expect(try place.run("run", "service.yaml", "-q", "--out", "more", "--force").code == 0)
    #expect(!place.names(in: "more").contains("workbook.xlsx"), "a report of an earlier result does not stay")
  }

  @Test("Levers of a comparison, and what they are worth, stand on the board paper; another folder is told")
  func levers() throws {
    try place.write(
      "scenario: Fewer\ndemand: { referralsPerYear: { value: 150, source: test } }\n",
      as: "fewer-referrals.yaml")
    for verb in ["compare", "worth"] {
      let made = try place.run(
        verb, "service.yaml", "fewer-referrals.yaml", "--reps", "3", "-q", "--out", verb)
      #expect(made.code == 0, "\(made.err)")
      let outcome = try place.run("report", "results", "-q", "--levers", verb + "/")
      #expect(outcome.code == 0, "\(outcome.err)")
      let board = try place.text("results/board.html")
      #expect(board.contains(">Fewer</th>") && board.contains("in the same 3 simulated futures"))
    }
    #expect(try place.run("report", "results", "--levers", "nowhere").code == 66)
    let other = try place.run("report", "results", "--levers", "results")
    #expect(other.code == 65 && other.err.contains("it holds no levers"), "\(other.err)")
  }

  @Test("The checklists are filled, and what was completed by hand is safe")
  func checklists() throws {
    for (verb, items) in [("stress", "24 items"), ("qa", "11 items")] {
      let outcome = try place.run(verb, "results")
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.err.contains(items) && outcome.err.contains("not reported"))
      #expect(try place.text("results/\(verb).md").contains("## What is still to be written"))
      #expect(try place.run(verb, "results").code == 73)
      #expect(try place.run(verb, "results", "--force", "-q").err.isEmpty)
    }
  }

  @Test("Mistakes: a place without a result, a spoilt one, a page of somebody else's")
  func mistakes() throws {
    for verb in ["report", "stress", "qa"] {
      #expect(try place.run(verb, "nowhere").code == 66)
      #expect(try place.run(verb, "service.yaml").code == 65)
    }
    try place.write("mine", as: "results/report.html")
    let refused = try place.run("report", "results")
    #expect(refused.code == 73)
    #expect(refused.err.contains("--force replaces it"))
    #expect(try place.text("results/report.html") == "mine")
    try place.write("measure\n", as: "results/opening.csv")
    #expect(try place.run("report", "results", "--force").code == 65)
  }
}
