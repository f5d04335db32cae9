import ArgumentParser
import Reports

/// `caseload glossary`: what a word means.
struct GlossaryVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Say what a word of the reports means, or every word.",
    discussion: Help.glossary)

  @Argument(help: "The word, or part of it; where no word is called so, those that mention it.")
  var word: String?

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let found = word.map(Glossary.entries(with:)) ?? Glossary.chapters.flatMap(\.entries)
    guard !found.isEmpty else {
      throw Ending(
        "error[unknown-word]: no word is called \(Shell.word(word ?? ""))\nhelp: `caseload glossary` lists all",
        65)
    }
    if json { return try Terminal.say(json: found.map(item)) }
    if word != nil { return Terminal.say(text(found)) }
    Terminal.say(
      Glossary.chapters.map { $0.title.uppercased() + "\n\n" + text($0.entries) }.joined(separator: "\n"))
  }

  private func text(_ entries: [Glossary.Entry]) -> String {
    entries.map { $0.text(width: Terminal.columns ?? 80) }.joined(separator: "\n")
  }

  private struct Item: Encodable {
    let term: String
    let also: [String]
    let meaning: String
  }

  private func item(_ entry: Glossary.Entry) -> Item {
    Item(term: entry.term, also: entry.others, meaning: entry.meaning)
  }
}
