import Notation

/// The words that the program, its pages and its documentation use, each with its meaning: the only list of them.
package enum Glossary {
  /// A part of the list.
  package struct Chapter: Sendable {
    package let title: String
    package let entries: [Entry]
  }

  /// A word with its meaning.
  package struct Entry: Sendable {
    /// As it is written within a sentence.
    package let term: String
    /// Other words for the same.
    package let others: [String]
    /// A sentence or two.
    package let meaning: String

    init(_ term: String, also others: String..., is meaning: String) {
      (self.term, self.others, self.meaning) = (term, others, meaning)
    }
  }

  package static let chapters = [simulation, service, staff, money, risk]

  /// The entries in which a word is, in any letter case: those that are called so before those that are so in part and
  /// those that mention it.
  package static func entries(with word: String) -> [Entry] {
    let wanted = word.lowercased()
    let all = chapters.flatMap(\.entries)
    let names = { (entry: Entry) in ([entry.term] + entry.others).map { $0.lowercased() } }
    let named = all.filter { names($0).contains(wanted) }
    guard named.isEmpty else { return named }
    let partly = all.filter { names($0).contains { $0.contains(wanted) } }
    guard partly.isEmpty else { return partly }
    return all.filter { $0.meaning.lowercased().contains(wanted) }
  }

  /// Every word, as the page on words shows them.
  package static var page: String {
    chapters.map { chapter in
      let rows = chapter.entries.sorted { $0.term.lowercased() < $1.term.lowercased() }.map { entry in
        "- **\(entry.head)**: \(entry.meaning)"
      }
      return "## \(chapter.title)\n\n" + rows.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

extension Glossary.Entry {
  /// The word with the other words for it.
  var head: String { others.isEmpty ? term : "\(term) (\(others.joined(separator: ", ")))" }

  /// The entry for a terminal, with a line feed at its end.
  package func text(width: Int) -> String {
    Prose.wrap(head, width: width).joined(separator: "\n") + "\n"
      + Prose.hang(meaning, behind: "  ", width: width) + "\n"
  }
}
