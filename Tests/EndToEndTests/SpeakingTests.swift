import Foundation
import TestSupport
import Testing

@Suite("What is printed is printed, or the command says that it was not", .timeLimit(.minutes(2)))
struct SpeakingTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  private static let cases =
    Workplace.project.appendingPathComponent("Scenarios/verification/cases.json").path

  private static let speakers: [[String]] = [
    ["--help"], ["--version"], ["help", "run"], ["run", "--help"], ["--generate-completion-script", "bash"],
    ["check", "service.yaml"], ["explain", "service.yaml", "--all", "--json"], ["measures"],
    ["trace", "service.yaml", "--plan"], ["verify", "--only", "Q01", "--json", "--file", cases],
    ["vacancy-factor", "--turnover", "15%", "--weeks", "16"],
  ]

  @Test("Standard output on a full disk, or closed, is 74", arguments: speakers)
  func lost(words: [String]) throws {
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    for (how, reason) in [(">/dev/full", "the disk is full"), (">&-", "it is closed")] {
      let outcome = try place.shell("\"$@\" \(line) \(how)")
      #expect(outcome.code == 74, "\(words) \(how): \(outcome.err)")
      #expect(outcome.err.contains("cannot write standard output: \(reason)"), "\(outcome.err)")
    }
  }

  @Test("Results are written whole though nobody hears of them")
  func written() throws {
    for (how, code) in [
      (">/dev/full", Int32(74)), (">&-", 74), ("2>&-", 0), ("<&- 2>&-", 0), ("2>/dev/full", 0),
    ] {
      let outcome = try place.shell("\"$@\" \(how)", "run", "service.yaml", "--out", "r", "--force")
      #expect(outcome.code == code, "\(how): \(outcome.err)")
      #expect(place.names(in: "r").contains("manifest.json"))
      #expect(place.names() == ["r", "service.yaml"])
      // No file was given the number of a stream and then written to.
      let text = try place.text("r/series.csv")
      #expect(text.hasPrefix("measure,") && !text.contains("replications of"))
    }
  }

  @Test("A reader who has heard enough ends it without a word, as pipes do")
  func pipe() throws {
    let outcome = try place.shell(
      "\"$@\" | head -1 >/dev/null; exit ${PIPESTATUS[0]}", "explain", "service.yaml", "--all")
    #expect(outcome.code == 141)
    #expect(outcome.err.isEmpty)
    let talk = try place.shell(
      "\"$@\" 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}", "run", "service.yaml", "--out", "r", "-v")
    #expect(talk.code == 0)
    #expect(place.names(in: "r").contains("manifest.json"))
  }

  @Test("A file that may grow no further is told in words")
  func limit() throws {
    let outcome = try place.shell("ulimit -f 4; \"$@\" 2>err.txt", "run", "service.yaml", "--out", "r")
    #expect(outcome.code == 74, "\(outcome.code)")
    #expect(try place.text("err.txt").contains("larger than the disk or a limit allows"))
    #expect(place.names() == ["err.txt", "service.yaml"])
  }
}
