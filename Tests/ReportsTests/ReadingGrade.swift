import Foundation

/// How hard a text is to read: the school grade of Flesch and Kincaid.
enum ReadingGrade {
  /// Of the sentences with six words or more: headings and cells of tables would only make a text seem easier. A
  /// sentence ends at a full stop, a question mark or a line's end, not at a colon or inside a number.
  static func of(_ text: String) -> Double {
    let sentences = text.replacing(#/[.?!]\s/#, with: "\n").split(separator: "\n").map { words(String($0)) }
      .filter { $0.count > 5 }
    let all = sentences.flatMap { $0 }
    guard !all.isEmpty else { return 0 }
    let syllables = all.reduce(0) { $0 + self.syllables($1) }
    return 0.39 * Double(all.count) / Double(sentences.count) + 11.8 * Double(syllables) / Double(all.count)
      - 15.59
  }

  /// Numbers are one word of one syllable each, so that they neither help nor harm.
  private static func words(_ sentence: String) -> [String] {
    sentence.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "," }.map(String.init)
      .filter { word in word.contains { $0.isLetter || $0.isNumber } }
  }

  /// Groups of vowels; a silent e at the end is none.
  static func syllables(_ word: String) -> Int {
    guard word.allSatisfy({ $0.isLetter || $0 == "'" }) else { return 1 }
    var count = 0
    var wasVowel = false
    for letter in word.lowercased() {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let lower = word.lowercased()
    if lower.hasSuffix("e"), !lower.hasSuffix("le"), count > 1 { count -= 1 }
    if lower.hasSuffix("ed"), !lower.hasSuffix("ted"), !lower.hasSuffix("ded"), count > 1 { count -= 1 }
    return max(1, count)
  }
}
