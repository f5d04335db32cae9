import TestSupport
import Testing

@testable import ScenarioFiles

@Suite("Random damage")
struct FuzzTests {
  private static let valid = """
    scenario: Town # a comment
    question: "Does it \\"work\\"?"
    run: { starts: 2015-04-01, ends: 2025-03-31, replications: 200, seed: 20151124 }
    demand:
      source: &where DfE 2015
      referralsPerYear: { value: 3096, source: *where, uncertain: [2900, 3300] }
      shareHome: 0.75
      shareAway: { value: 0.25, unit: share, note: 'all ''others''' }
      byMonth:
        - 1
        - 2.5
    levers: &levers
      payment: { pounds: { value: 3000, unit: £, uncertain: { family: uniform, low: 1, high: 4000 } } }
      isOpen: true
      style: bold
    """

  private static let pieces = [
    "\t", "\n", "\n\n", "  ", " ", "-", "- ", ":", ": ", "{", "}", "[", "]", ",", "\"", "'", "#", "&a ", "*a",
    "*where", "<<: *levers", "|", ">", "%", "@", "`", "!", "!!str ", "? ", "~", ".nan", "036", "1_0", "---",
    "...",
    "é", "🙂", "\u{85}", "\u{2028}", "\u{0}", "\u{1B}", "\u{FEFF}", "\u{E0FF}", "\\", "\r", "\r\n", "demand",
    "yes",
    "%YAML 1.1\n", "%TAG ! tag:x\n", "\u{E000}",
  ]

  private func damaged(_ random: inout SplitMix) -> String {
    var scalars = Array(Self.valid.unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, start + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: scalars.removeSubrange(start..<end)
      case 1:
        let other = Int.random(in: 0...scalars.count, using: &random)
        scalars.insert(contentsOf: Array(scalars[start..<end]), at: other)
      case 2: scalars = Array(scalars[..<start])
      default:
        let piece = Self.pieces.randomElement(using: &random) ?? ""
        scalars.insert(contentsOf: Array(piece.unicodeScalars), at: start)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test("The undamaged text is right")
  func undamaged() throws {
    #expect(try read(Self.valid).warnings.isEmpty)
  }

  @Test("Either it is read, or a finding points inside the file", .timeLimit(.minutes(2)))
  func damage() throws {
    var random = SplitMix(seed: 20_151_124)
    var wrong = 0
    for _ in 0..<3000 {
      let text = damaged(&random)
      let lines = SourceText(name: "", text: text).lines
      let found = findings(text)
      if found.contains(where: { $0.severity == .error }) { wrong += 1 }
      for finding in found {
        let place = finding.place
        guard lines.indices.contains(place.line - 1),
          (1...lines[place.line - 1].unicodeScalars.count + 1).contains(place.column),
          finding.sourceLine == lines[place.line - 1], finding.message.hasSuffix("."), !finding.text.isEmpty
        else {
          Issue.record("\(finding) does not fit \(text.debugDescription)")
          return
        }
      }
      #expect(findings(text) == found)
    }
    #expect((1500..<3000).contains(wrong))
  }

  @Test("Random bytes of the command line", .timeLimit(.minutes(1)))
  func commandLine() {
    var random = SplitMix(seed: 7)
    for _ in 0..<500 {
      var text = "demand.byMonth=[1, {2}"
      for _ in 0..<3 {
        let index = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &random))
        text.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? "", at: index)
      }
      #expect(findings("scenario: x", sets: [text]).allSatisfy { !$0.text.isEmpty })
    }
  }
}
