import Charts
import Notation
import Testing

@testable import Reports
@testable import Results

@Suite("Text that others wrote")
struct SafeTextTests {
  @Test(
    "What a terminal would carry out is masked",
    arguments: [
      "\u{1B}[2J", "\u{1B}]0;TITLE\u{7}", "a\u{8}\u{8}b", "\r12", "\u{9B}31m", "\u{7F}", "\u{0}",
      "a\u{202E}b",
      "\u{2066}x", "\u{85}", "\u{2028}", "\u{F0000}31\u{F0001}red",
    ])
  func masks(text: String) {
    let shown = [
      SafeText.visible(text), SafeText.line(text), SafeText.markdown(text), Emphasis.terminal(text),
      CSVText.harmless(text), Markup.escape(text),
    ]
    for one in shown {
      #expect(!one.unicodeScalars.contains(where: SafeText.isUnsafe), "\(one.debugDescription)")
    }
  }

  @Test func ordinaryTextStays() {
    for text in ["Children’s care: £3m – 80% range", "naïve 👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "שלום", "a\tb\nc"] {
      #expect(SafeText.visible(text) == text)
      #expect(Emphasis.terminal(text) == text)
    }
    #expect(SafeText.visible("a\r\nb") == "a\nb")
  }

  @Test func linesAreJoined() {
    #expect(SafeText.line("one\ntwo\r\n\n three\t4\u{2028}5") == "one two  three 4 5")
  }

  @Test func markdownIsEscaped() {
    #expect(SafeText.markdown("a | b\n# c") == "a \\| b # c")
    #expect(
      SafeText.markdown("<script>[x](javascript:y)`z` *s*")
        == "\\<script>\\[x\\](javascript:y)\\`z\\` \\*s\\*")
    #expect(SafeText.markdown("# head") == "\\# head" && SafeText.markdown("1. one") == "1\\. one")
    #expect(
      SafeText.markdown("- item") == "\\- item"
        && SafeText.markdown("-5% in 2015. Then") == "-5% in 2015. Then")
    #expect(SafeText.markdown("cost_gbp, _mine_ & &amp;") == "cost_gbp, \\_mine\\_ & \\&amp;")
  }

  @Test("Only our own marks become colours")
  func colours() {
    let text = TextStyle(hasColour: true).bad("red \u{1B}[5m\u{F0000}1\u{F0001}")
    let shown = Emphasis.terminal(text)
    #expect(shown == "\u{1B}[1;31mred \u{FFFD}[5m\u{FFFD}1\u{FFFD}\u{1B}[0m")
    #expect(TextStyle(hasColour: false).bad("a\nb") == "a b")
  }

  @Test("Cells that a spreadsheet would carry out stand behind an apostrophe, and come back")
  func formulas() {
    for text in ["=1+1", "+44 20", "-cmd|x", "@SUM(A1)", "\tx", "--set a=1", "'=1", "-1e5x", "＝1", "-"] {
      let cell = CSVText.harmless(text)
      #expect((cell == text) == (text == "-"), "\(text)")
      #expect(cell.first == "'" || text == "-")
      #expect(CSVText.original(cell) == text)
    }
    for text in ["-5", "+0.5", "-1.25e-7", "'tis", "'-5", "a=b", "0...5", "", "'"] {
      #expect(CSVText.harmless(text) == text && CSVText.original(text) == text)
    }
  }

  @Test("A table of awkward cells comes back as it was")
  func table() throws {
    var text = CSVText(columns: ["a"], ending: [])
    let cells = ["=HYPERLINK(\"x\")", "two\nlines", "-12.05", "-half", "'=quoted"]
    for cell in cells {
      text.cell(cell)
      text.endRow()
    }
    #expect(CSVRows(text.bytes).rows.map { CSVText.original($0.cells[0]) } == cells)
    #expect(CSVRows(text.bytes).rows.map { $0.cells[0].first } == ["'", "t", "-", "'", "'"])
  }

  @Test("A digest in a table is never a number")
  func digests() {
    #expect(Digest.short("089088918e19a0") == "089088918e19a")
    #expect(Digest.short("123456789012345678f") == "123456789012345678f")
    #expect(Digest.short("0123456789abcdef") == "0123456789ab")
    let bytes = (0..<300_000).map { UInt8($0 % 251) }
    let running = RunningDigest()
    for start in stride(from: 0, to: bytes.count, by: 7_777) {
      running.add(Array(bytes[start..<min(start + 7_777, bytes.count)]))
    }
    #expect(running.count == bytes.count && running.finish() == Digest.sha256(bytes))
    #expect(Digest.sha256("abc").hasPrefix("ba7816bf8f01cfea"))
  }

  @Test("Long lines are folded, and commands so that they can be copied")
  func folds() {
    let words = String(repeating: "word ", count: 40)
    for line in Prose.fold("  " + words, width: 60).split(separator: "\n") { #expect(line.count <= 60) }
    let command =
      "  caseload run Scenarios/some-council.yaml --set demand.growthPerYear=0.03 --out Results/growth"
    #expect(
      Prose.fold(command, width: 80) == """
          caseload run Scenarios/some-council.yaml --set demand.growthPerYear=0.03 \\
            --out Results/growth
        """)
    let path = String(repeating: "a", count: 100)
    #expect(Prose.fold("Files: " + path, width: 80) == "Files:\n  " + path)
    #expect(Prose.fold("short\n\n  table   cells", width: 80) == "short\n\n  table   cells")
    #expect(
      Prose.fold(TextStyle(hasColour: true).bad(String(path.prefix(78))), width: 80).count(where: {
        $0 == "\n"
      }) == 0)
  }

  @Test("A table that is too wide breaks its first column, or sets it above the others; nothing is cut off")
  func tables() {
    var table = TextTable([.left, .right, .right])
    table.add(["measure", "base", "scenario"])
    table.add(["vacancy_rate_fte{role=social_worker}@average, %", "23.1", "23.1"])
    #expect(
      table.lines(width: 50) == [
        "measure", "  base  scenario", "vacancy_rate_fte{role=social_worker}@average, %", "  23.1      23.1",
      ])
    var words = TextTable([.left, .right])
    words.add(["Recruitment and retention of social workers", "12"])
    #expect(
      words.lines(width: 30) == ["Recruitment and retention", "  of social workers         12"])
  }
}
