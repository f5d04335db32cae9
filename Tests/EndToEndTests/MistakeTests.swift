import Foundation
import TestSupport
import Testing

/// One mistake in a scenario, and what the command must say of it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  /// What stands after the file's name: `line:column: error[code]`, or its end.
  let finding: String
  /// A part of the sentence or of the help.
  let said: String

  static let all: [Mistake] = [
    Mistake(
      testDescription: "an empty file", text: "", finding: "1:1: error[empty-file]", said: "says nothing"),
    Mistake(
      testDescription: "a bracket left open", text: "scenario: A\ndemand: { referralsPerYear: 600\n",
      finding: "3:1: error[yaml-syntax]", said: "closing }"),
    Mistake(
      testDescription: "an anchor inside itself", text: "demand: &loop\n  wave: *loop\n",
      finding: "2:9: error[", said: "loop"),
    Mistake(
      testDescription: "an unknown name", text: SmallService.with("referralsPerYear", "referalsPerYear"),
      finding: "4:11: error[unknown-key]", said: "did you mean \"referralsPerYear\"?"),
    Mistake(
      testDescription: "a word for a number",
      text: SmallService.with("replications: 3", "replications: many"),
      finding: "3:60: error[wrong-type]", said: "\"many\" is not a number"),
    Mistake(
      testDescription: "a rate below 0",
      text: SmallService.with("referralsPerYear: 600", "referralsPerYear: -5"),
      finding: "4:29: error[out-of-range]", said: "-5 is outside 0 to 1000000"),
    Mistake(
      testDescription: "shares that sum to 0.9", text: SmallService.with("stepDown: 0.6,", "stepDown: 0.5,"),
      finding: "error[sum-not-one]", said: "sum to 0.9, not to 1"),
    Mistake(
      testDescription: "a stage without a way out",
      text: SmallService.with(
        "duration: { family: lognormal, mean: 120, cv: 1 }",
        "exits: { stepDown: 0, assessment: 1 }"
      ).replacing("stepDown: 0.6, childInNeed: 0.3, care: 0.1", with: "stepDown: 0, childInNeed: 1"),
      finding: "error[no-way-out]", said: "can never be left for good"),
    Mistake(
      testDescription: "a team without posts",
      text: SmallService.with(
        "caredFor: { posts: { socialWorker: 6 } }", "caredFor: { posts: { socialWorker: 0 } }"),
      finding: "29:26: error[no-establishment]", said: "no post that may hold cases"),
    Mistake(
      testDescription: "an end before the start",
      text: SmallService.with("ends: 2016-03-31", "ends: 2014-03-31"),
      finding: "3:28: error[ends-before-start]", said: "before it starts on 2015-04-01"),
    Mistake(
      testDescription: "more vacancies than posts",
      text: SmallService.with("vacantAtStart: { socialWorker: 1 }", "vacantAtStart: { socialWorker: 5 }"),
      finding: "27:64: error[over-establishment]", said: "of an establishment of 4"),
  ]
}

@Suite("Mistakes in a scenario", .timeLimit(.minutes(1)))
struct MistakeTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test("Each is told with its place, ends with 65, and nothing is written", arguments: Mistake.all)
  func one(_ mistake: Mistake) throws {
    try place.write(mistake.text)
    for verb in ["check", "run", "explain"] {
      let words = [verb, "service.yaml"] + (verb == "explain" ? ["--all"] : [])
      let outcome = try place.finish(place.start(words))
      #expect(outcome.code == 65)
      let lines = outcome.err.split(separator: "\n")
      #expect(
        lines.contains { $0.hasPrefix("service.yaml:") && $0.contains(mistake.finding) }, "\(outcome.err)")
      #expect(outcome.err.contains(mistake.said), "\(outcome.err)")
      #expect(outcome.out.isEmpty)
    }
    #expect(place.names() == ["service.yaml"])
  }

  @Test("All are told in one pass, in the order of the file, each with its line and a caret")
  func several() throws {
    let text = SmallService.with("replications: 3", "replications: many")
      .replacing("referralsPerYear: 600", with: "referralsPerYear: -5")
      .replacing("heldBy: caredFor", with: "heldBy: caredFr")
    try place.write(text)
    let outcome = try place.run("check", "service.yaml")
    #expect(outcome.code == 65)
    let lines = outcome.err.split(separator: "\n")
    let places = lines.filter { $0.contains(": error[") }.compactMap {
      $0.split(separator: ":").dropFirst().first
    }
    #expect(places == ["3", "4", "20"])
    #expect(lines.count { $0.allSatisfy { " ^~".contains($0) } } == 3)
  }

  @Test("A huge file is refused at once")
  func hugeFile() throws {
    try place.write("scenario: A\n")
    let handle = try FileHandle(forWritingTo: place.url("service.yaml"))
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let began = ContinuousClock.now
    let outcome = try place.run("run", "service.yaml")
    #expect(outcome.code == 65)
    #expect(outcome.err.contains("larger than 1 MB"))
    #expect(ContinuousClock.now - began < .seconds(5))
  }

  @Test("A mistake on the command line is told as one in a file")
  func settings() throws {
    try place.write(SmallService.text)
    let outcome = try place.run("run", "service.yaml", "--set", "demand.referalsPerYear=3")
    #expect(outcome.code == 65)
    #expect(outcome.err.contains("--set demand.referalsPerYear=3:1:1: error[unknown-key]"))
    #expect(outcome.err.contains("did you mean \"demand.referralsPerYear\"?"))
  }
}
