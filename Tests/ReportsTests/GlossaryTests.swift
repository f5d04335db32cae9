import TestSupport
import Testing

@testable import Reports

@Suite("The list of words")
struct GlossaryTests {
  private let entries = Glossary.chapters.flatMap(\.entries)

  @Test("The page holds it")
  func page() throws {
    #expect(
      try GeneratedPart(of: "Sources/caseload/Documentation.docc/Reports/Glossary.md", named: "glossary")
        .holds(Glossary.page + "\n"), "Glossary.md is old: make pages")
  }

  @Test("Each word stands there once, and what it means is a sentence")
  func sound() {
    let names = entries.flatMap { [$0.term] + $0.others }.map { $0.lowercased() }
    #expect(names.count > 80 && Set(names).count == names.count)
    for entry in entries {
      #expect(entry.meaning.hasSuffix(".") && entry.meaning.count > 20, "\(entry.term)")
      #expect(
        entry.meaning.first?.isUppercase == true || entry.meaning.first?.isNumber == true, "\(entry.term)")
    }
  }

  @Test("A word is found by its name, by another for it, in part, and in what others mean")
  func found() {
    func terms(_ word: String) -> [String] { Glossary.entries(with: word).map(\.term) }
    #expect(terms("Replication") == ["simulated future"])
    #expect(terms("p80") == ["P80"])
    #expect(terms("conference") == ["initial conference"])
    #expect(terms("overtime") == ["response"])
    #expect(terms("balderdash").isEmpty)
  }

  @Test("On a terminal no line is longer than it is wide")
  func widths() {
    for entry in entries {
      for line in entry.text(width: 40).split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
    }
  }
}
