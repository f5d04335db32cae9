import Foundation
import TestSupport
import Testing

@Suite("What people hand in", .timeLimit(.minutes(3)))
struct HandedInTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  @Test(
    "No list of another length stops the program",
    arguments: [
      "workforce.fteValues=[1,0.8]", "workforce.fteValues=[]", "workforce.fteShares=[0.5,0.5]",
      "workforce.fteShares=[]",
      "managers.supervisionEveryDays=[]", "demand.siblings=[]", "demand.monthProfile=[1,2]",
      "fostering.monthProfile=[1]",
      "demand.replay.durationDays=[]", "money.payAwards=[]", "newlyQualified.caseloadMonths=[]",
      "demand.yearIndex=[]",
    ])
  func lists(set: String) throws {
    let outcome = try place.run("check", "service.yaml", "--set", set)
    #expect(outcome.code == 0 || (outcome.code == 65 && outcome.err.contains("error[")), "\(outcome.err)")
  }

  @Test("A design as a spreadsheet saves it, and one with a mistake at its cell")
  func designs() throws {
    func dry(_ text: String) throws -> Workplace.Outcome {
      try place.write(text, as: "points.csv")
      return try place.run("sweep", "service.yaml", "--design", "points.csv", "--reps", "2", "--dry-run")
    }
    for text in [
      "demand.referralsPerYear, leaving.caseloadElasticity\n600, 0.5\n",
      "demand.referralsPerYear;leaving.caseloadElasticity\r\n600;0,5\r\n",
      "demand.referralsPerYear\tleaving.caseloadElasticity\n600\t0.5\n",
      "demand.referralsPerYear,leaving.caseloadElasticity,\n600,0.5,\n",
    ] {
      let outcome = try dry(text)
      #expect(outcome.code == 0 && outcome.out.contains("leaving.caseloadElasticity=0.5"), "\(outcome.err)")
    }
    let wrong = try dry("demand.referralsPerYear\n600\n-5\n")
    #expect(wrong.code == 65 && wrong.err.hasPrefix("points.csv:3:1: error[out-of-range]"), "\(wrong.err)")
    // A dry run checks every point as a real run does.
    let apart = try dry("workforce.teams.assessment.vacantAtStart.socialWorker\n1\n9\n")
    #expect(apart.code == 65 && apart.err.contains("error[over-establishment]"), "\(apart.err)")
  }

  @Test("A pipe is refused at once, wherever a file is named")
  func pipes() throws {
    #expect(mkfifo(place.url("pipe").path, 0o600) == 0)
    try place.write("scenario: x\nbasedOn: pipe\n", as: "child.yaml")
    for words in [
      ["check", "pipe"], ["check", "child.yaml"], ["check", "service.yaml", "--with", "pipe"],
      ["sweep", "service.yaml", "--design", "pipe", "--dry-run"],
      ["run", "service.yaml", "--observed", "pipe"],
      ["verify", "--file", "pipe"], ["check", "/proc/self/status"], ["check", "/dev/zero"],
    ] {
      let outcome = try place.finish(place.start(words))
      #expect([65, 66].contains(outcome.code), "\(words): \(outcome.err)")
      #expect(outcome.err.contains("not a file"), "\(words): \(outcome.err)")
    }
  }

  @Test("Published figures of another council are left out, or refused where they are named")
  func councils() throws {
    let figures =
      "measure,breakdown,date,value,unit,status,release,note,council\n"
      + "children_looked_after,,2016-03-31,60,children,ok,DfE,,E1\n"
    try FileManager.default.createDirectory(at: place.url("observed"), withIntermediateDirectories: false)
    try Data(figures.utf8).write(to: place.url("observed/service.csv"))
    func run(_ council: String, _ words: String...) throws -> Workplace.Outcome {
      try place.write(SmallService.text + council, as: "service.yaml")
      let all = ["run", "service.yaml", "--out", "r", "--force"] + words
      return try place.finish(place.start(all))
    }
    #expect(try run("council: { name: Ayton, code: E1 }\n").out.contains("Published beside simulated"))
    #expect(try run("").out.contains("Published beside simulated"))
    let other = try run("council: { name: Beeton, code: E2 }\n")
    #expect(other.code == 0 && !other.out.contains("Published beside simulated"))
    let said = other.err.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("left out: its figures are of E1, and the scenario is of Beeton"))
    let named = try run("council: { name: Beeton, code: E2 }\n", "--observed", "observed/service.csv")
    #expect(named.code == 65 && named.err.contains("error[observed-of-another]"))
  }

  @Test("A lever that is set for a comparison is set in the overlay that has it, and not in the base")
  func compared() throws {
    try place.write(
      "scenario: Pay\nlevers: { paySupplement: { from: 2015-06-01, share: 0.05 } }\n", as: "pay.yaml")
    try place.write(
      "scenario: Surge\nshocks: { demandSurge: { from: 2015-06-01, referralsRatio: 1.2 } }\n",
      as: "surge.yaml")
    let outcome = try place.run(
      "compare", "service.yaml", "pay.yaml", "surge.yaml", "pay.yaml:levers.paySupplement.share=0.2", "--set",
      "levers.paySupplement.share=0.1", "--output", "cost_gbp", "--out", "c")
    #expect(outcome.code == 0, "\(outcome.err)")
    let said = outcome.err.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("--set levers.paySupplement.share=0.1 is for pay, pay:share=0.2 alone"))
    let table = try place.text("c/comparison.csv")
    #expect(table.contains("pay:share=0.2"))
    // Alone in an overlay of its own kind the lever would be in none of them, so it is in all.
    let all = try place.run(
      "compare", "service.yaml", "surge.yaml", "--set", "levers.paySupplement.share=0.1", "--output",
      "cost_gbp", "--out", "d")
    #expect(all.code == 0 && !all.err.contains("alone"))
  }

  @Test("A starter on another scenario changes nothing until it is edited, from whatever folder")
  func starter() throws {
    try FileManager.default.createDirectory(at: place.url("mine"), withIntermediateDirectories: false)
    #expect(try place.run("init", "mine/town.yaml", "--based-on", "service.yaml").code == 0)
    let text = try place.text("mine/town.yaml")
    #expect(text.contains("basedOn: \"../service.yaml\"") && text.contains("# referralsPerYear: 600"))
    #expect(text.split(separator: "\n").count < 80)
    func hash(_ file: String, in folder: URL? = nil) throws -> Substring? {
      let line = try place.run("check", file, in: folder).line
      return line.firstMatch(of: #/Hash ([0-9a-f]+)/#)?.1
    }
    #expect(try hash("mine/town.yaml") == hash("service.yaml"))
    #expect(try hash("town.yaml", in: place.url("mine")) == hash("service.yaml"))
    let edited = text.replacing("    # referralsPerYear: 600", with: "    referralsPerYear: 700")
      .replacing("  # referralsPerYear: 600", with: "  referralsPerYear: 700")
    try Data(edited.utf8).write(to: place.url("mine/town.yaml"))
    let explained = try place.run("explain", "mine/town.yaml", "demand.referralsPerYear")
    #expect(explained.out.contains("demand.referralsPerYear = 700"))
    let nameless = try place.run("init", "")
    #expect(nameless.code == 64 && nameless.err.contains("is empty"))
    #expect(try place.run("init", "x.yaml", "--based-on", "nowhere.yaml").code == 66)
  }

  @Test("The check names what has no source")
  func sources() throws {
    let outcome = try place.run("check", "service.yaml")
    #expect(outcome.out.contains("Without a source: demand."), "\(outcome.out)")
    #expect(!outcome.out.contains("1 warnings"))
  }

  @Test("A level that a measure cannot reach is refused")
  func goals() throws {
    let outcome = try place.run(
      "goal", "service.yaml", "--vary", "leaving.caseloadElasticity=0:1", "--hold", "vacancy_rate_fte <= 20")
    #expect(outcome.code == 64 && outcome.err.contains("did you mean 20%?"), "\(outcome.err)")
  }
}
