import Foundation
import TestSupport
import Testing

@Suite("What is refused or said, and not passed over", .timeLimit(.minutes(2)))
struct RefusalTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    try place.write("scenario: More\nmoney: { onCostShare: 0.4 }\n", as: "more.yaml")
  }

  @Test(
    "The same thing given twice",
    arguments: [
      ("compare service.yaml more.yaml more.yaml", "The overlay more.yaml is given twice"),
      ("worth service.yaml more.yaml ./more.yaml", "is given twice"),
      ("run service.yaml --with more.yaml --with ./more.yaml", "--with more.yaml is given twice"),
      (
        "select service.yaml more.yaml more.yaml --objective cost_gbp --delta 1",
        "The overlay more.yaml is given twice"
      ),
      ("finance r --saving more.yaml --saving more.yaml", "--saving more.yaml is given twice"),
      ("backtest --council Kent --origins 2017,2017", "the year 2017 is given twice"),
    ])
  func twice(words: String, told: String) throws {
    let outcome = try place.finish(place.start(words.split(separator: " ").map(String.init)))
    #expect(outcome.code == 64, "\(outcome.err)")
    #expect(outcome.err.contains(told), "\(outcome.err)")
  }

  @Test("Options of report that are for another folder")
  func report() throws {
    #expect(try place.run("run", "service.yaml", "--reps", "2", "--out", "r", "-q").code == 0)
    let outcome = try place.run("report", "r", "--objective", "cost_gbp")
    #expect(outcome.code == 64 && outcome.err.contains("--objective is for the folder of a sweep"))
    #expect(
      try place.run("compare", "service.yaml", "more.yaml", "--reps", "2", "--out", "c", "-q").code == 0)
    let levers = try place.run("report", "c", "--levers", "c")
    #expect(levers.code == 64 && levers.err.contains("--levers is for the board paper of a run"))
  }

  @Test("A folder that lacks a table is no equal of a whole one")
  func gone() throws {
    for name in ["a", "b"] {
      #expect(try place.run("run", "service.yaml", "--reps", "2", "--out", name, "-q").code == 0)
    }
    #expect(try place.run("diff", "a", "b").code == 0)
    try FileManager.default.removeItem(at: place.url("b/series.csv"))
    let outcome = try place.run("diff", "a", "b")
    #expect(
      outcome.code == 1 && outcome.err.contains("b is not whole: it lacks series.csv"), "\(outcome.err)")
    #expect(!outcome.out.contains("Identical to the byte"))
  }

  @Test("What init would write over, or cannot make")
  func start() throws {
    try place.write("measure,breakdown,date\nx,,2020-03-31\n", as: "figures.csv")
    let over = try place.run("init", "figures.csv", "--force")
    #expect(
      over.code == 73 && over.err.contains("figures.csv is no scenario, so not even --force"), "\(over.err)")
    #expect(try place.text("figures.csv").hasPrefix("measure,"))
    #expect(try place.run("init", "service.yaml", "--force").code == 0)
    #expect(try place.run("init", "service.yaml", "--force", "--schema").code == 73)
    let missing = try place.run("init", "none/leeds.yaml", "--council", "Leeds")
    #expect(missing.code == 73 && missing.err.contains("the folder none does not exist"), "\(missing.err)")
    let future = try place.run("init", "leeds.yaml", "--council", "Leeds", "--as-of", "2190-01-01")
    #expect(future.code == 64 && future.err.contains("has not come yet"), "\(future.err)")
    let ended = try place.run("init", "n.yaml", "--council", "Northamptonshire")
    #expect(ended.code == 65 && ended.err.contains("Northamptonshire ended in 2021"), "\(ended.err)")
    let small = try place.run("init", "s.yaml", "--council", "Isles of Scilly")
    #expect(small.code == 65 && small.err.contains("do not make a scenario that can run"), "\(small.err)")
    #expect(small.err.contains("--based-on Scenarios/england.yaml"))
    let past = try place.run("init", "past.yaml", "--council", "Leeds", "--as-of", "2021-12-31")
    #expect(past.code == 0, "\(past.err)")
    let checked = try place.run("check", "past.yaml")
    #expect(checked.code == 0 && !checked.err.contains("later-than-data"), "\(checked.err)")
  }

  @Test("What the machine does not grant is no mistake of ours")
  func limits() throws {
    let outcome = try place.shell(
      "ulimit -s 64; \"$@\"", "run", "service.yaml", "--reps", "2", "--out", "r", "-q")
    #expect(outcome.code == 71, "\(outcome.err)")
    #expect(outcome.err.contains("64 kilobytes of stack (ulimit -s 64)"), "\(outcome.err)")
    #expect(!outcome.err.contains("mistake of its own"))
    #expect(place.names() == ["more.yaml", "service.yaml"])
  }

  @Test("What a register of risks says of nothing")
  func register() throws {
    #expect(try place.run("run", "service.yaml", "--reps", "4", "--out", "r", "-q", "--raw").code == 0)
    let text = EvidenceTests.register
    let profile = Workplace.project.appendingPathComponent("Scenarios/profiles/generic-4x4.yaml").path
    func outcome(_ horizon: String) throws -> Workplace.Outcome {
      try place.write("horizon: \(horizon)\n" + text, as: "risks.yaml")
      return try place.run("risk", "r", "--register", "risks.yaml", "--profile", profile)
    }
    let far = try outcome("{ from: 2015-04-01, to: 9999-12-31 }")
    #expect(far.code == 65 && far.err.contains("no run reaches there"), "\(far.err)")
    let beyond = try outcome("{ from: 2015-04-01, to: 2030-12-31 }")
    #expect(beyond.err.contains("caution: the register looks to 2030-12-31"), "\(beyond.err)")
    try place.write(text.replacing(/- id: [A-Z0-9]+/, with: "- id: \"\""), as: "risks.yaml")
    let nameless = try place.run("risk", "r", "--register", "risks.yaml", "--profile", profile)
    #expect(nameless.code == 65 && nameless.err.contains("error[empty-text]: id is empty"), "\(nameless.err)")
  }
}
