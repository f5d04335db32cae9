import Foundation
import TestSupport
import Testing

@Suite("What others wrote is only ever text", .timeLimit(.minutes(2)))
struct ShownTextTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static let awkward =
    #"\e[2J\e]0;TITLE\a\e[1;31mred\x9b31m\b\u202E # x | y\n<b>bold</b> [z](http://z) =1"#

  private static let scenario = SmallService.text.replacing(
    "scenario: Small service", with: "scenario: \"S \(awkward)\""
  )
  .replacing("question: Does a small service hold together?", with: "question: \"Q \(awkward)\"")
  .replacing(
    "population: 5000",
    with: "population: { value: 5000, source: \"=cmd \(awkward)\", note: \"N \(awkward)\" }")

  /// The characters of a text that a terminal would carry out.
  private func unsafe(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      return isControl || (0x202A...0x202E).contains(scalar.value)
    }
  }

  @Test(
    "On the terminal: the escapes of a scenario and of a register are masked, in every verb and also in colour"
  )
  func terminal() throws {
    try place.write(Self.scenario)
    let register = EvidenceTests.register.replacing("title: Vacancies", with: "title: \"T \(Self.awkward)\"")
      .replacing("owner: HR", with: "owner: \"O \(Self.awkward)\"")
    try place.write(register, as: "risks.yaml")
    let profile = Workplace.project.appendingPathComponent("Scenarios/profiles/generic-4x4.yaml").path
    let verbs = [
      ["run", "service.yaml", "--raw", "--out", "r"], ["check", "service.yaml"],
      ["explain", "service.yaml", "demand.population"],
      ["explain", "service.yaml", "demand.population", "--json"],
      ["trace", "service.yaml", "--child", "0"],
      ["risk", "r", "--register", "risks.yaml", "--profile", profile],
      ["sweep", "service.yaml", "--vary", "demand.referralsPerYear=500,600", "--reps", "2", "--out", "s"],
      ["run", "service.yaml", "--json", "--out", "q"], ["check", "\u{1B}[2Jno.yaml"],
      ["run", "service.yaml", "--set", "\u{1B}[2J=1"],
    ]
    for words in verbs {
      for colour in ["--color=never", "--color=always"] {
        let isRun = words.contains("--out")
        let outcome = try place.finish(place.start(words + [colour] + (isRun ? ["--force"] : [])))
        let ours =
          colour == "--color=always"
          ? outcome.out.replacing(#/\e\[(?:[0-9]|32|33|1;31)m/#, with: "") : outcome.out
        #expect(unsafe(ours).isEmpty, "\(words): \(ours.debugDescription)")
        #expect(unsafe(outcome.err).isEmpty, "\(words): \(outcome.err.debugDescription)")
        if colour == "--color=always" { #expect(!outcome.out.contains("\u{1B}[1;31mred"), "\(words)") }
      }
    }
  }

  @Test("In files: pages, tables and Markdown are what they were meant to be")
  func files() throws {
    try place.write(Self.scenario)
    let register = EvidenceTests.register.replacing("owner: HR", with: "owner: \"=O \(Self.awkward)\"")
    try place.write(register, as: "risks.yaml")
    let profile = Workplace.project.appendingPathComponent("Scenarios/profiles/generic-4x4.yaml").path
    #expect(try place.run("run", "service.yaml", "-q", "--raw", "--out", "r").code == 0)
    #expect(try place.run("risk", "r", "--register", "risks.yaml", "--profile", profile, "-q").code == 0)
    for verb in ["stress", "qa", "report"] { #expect(try place.run(verb, "r", "-q").code == 0) }
    for name in place.names(in: "r") where [".csv", ".md", ".html"].contains(where: name.hasSuffix) {
      let text = try place.text("r/\(name)")
      #expect(unsafe(text).isEmpty, "\(name)")
      if name.hasSuffix(".md") {
        #expect(!text.contains("<b>") || text.contains("\\<b>"), "\(name)")
        for line in text.split(separator: "\n") { #expect(!line.hasPrefix("<b>"), "\(name): \(line)") }
      }
      if name.hasSuffix(".html") { #expect(!text.contains("<b>bold"), "\(name)") }
      if name.hasSuffix(".csv") { #expect(text.firstMatch(of: #/(?m)(?:^|,)"?=/#) == nil, "\(name)") }
    }
    #expect(try place.text("r/parameters.csv").contains("'=cmd"))
    #expect(try place.text("r/risk_evidence.csv").contains("'=O"))
  }
}
