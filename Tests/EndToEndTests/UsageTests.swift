import TestSupport
import Testing

@Suite("How the command is called", .timeLimit(.minutes(1)))
struct UsageTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test("Without a word it says what it can do")
  func help() throws {
    for outcome in [try place.run(), try place.run("--help"), try place.run("-h")] {
      #expect(outcome.code == 0)
      #expect(outcome.out.contains("USAGE: caseload"))
      for verb in ["run", "check", "explain", "init", "trace", "diff", "report", "verify", "stress", "qa"] {
        #expect(outcome.out.contains("  \(verb) "), "help does not list \(verb)")
      }
      #expect(outcome.err.isEmpty)
    }
  }

  @Test("Its version")
  func version() throws {
    let outcome = try place.run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.out.wholeMatch(of: #/caseload \d+\.\d+\.\d+\n/#) != nil)
  }

  @Test(
    "Wrong usage is 64, and says what was expected",
    arguments: [
      (["frobnicate"], "frobnicate"), (["run"], "<scenario>"), (["run", "a.yaml", "--reps", "0"], "--reps"),
      (["run", "a.yaml", "--jobs", "none"], "none"), (["run", "a.yaml", "--colour", "loud"], "loud"),
      (["trace", "a.yaml"], "--child"), (["trace", "a.yaml", "--child=-1"], "starts at 0"),
      (["explain", "a.yaml"], "--all"), (["diff", "one"], "<second>"),
    ])
  func wrongUsage(words: [String], named: String) throws {
    let outcome = try place.finish(place.start(words))
    #expect(outcome.code == 64)
    #expect(outcome.err.contains(named))
    #expect(outcome.out.isEmpty)
    #expect(place.names().isEmpty)
  }

  @Test("A file that is not there is 66, with the name that may be meant")
  func missingFile() throws {
    try place.write(SmallService.text, as: "service.yaml")
    for verb in ["run", "check"] {
      let outcome = try place.run(verb, "servise.yaml")
      #expect(outcome.code == 66)
      #expect(outcome.err.contains("did you mean \"service.yaml\"?"))
    }
    #expect(try place.run("check", "service.yaml", "--with", "overlay.yaml").code == 66)
    #expect(try place.run("diff", "one", "two").code == 66)
    #expect(place.names() == ["service.yaml"])
  }
}
