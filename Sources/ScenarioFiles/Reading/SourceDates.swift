import Dates
import Parameters

/// Finds the dates of which a source speaks in words.
///
/// Read are days (`2018-03-31`, `31 March 2018`), months (`March 2018`), the middle of a year (`mid-2018`), financial
/// years (`2018-19`) and bare years. A day stands for itself, a financial year and the middle of a year for their
/// last day, a month and a bare year for their first: then nothing is called late that may not be. A year that a release is
/// named after (`2025 release`) says when figures were published, not what they are of, and is passed over.
enum SourceDates {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let years = 1990...2099

  /// The newest day of which a source speaks; nil where it speaks of none.
  static func newest(in source: Source) -> CivilDate? {
    switch source {
    case .published(let text), .derived(let text), .fitted(let text), .assumption(let text): newest(in: text)
    case .modelChoice, .notGiven: nil
    }
  }

  static func newest(in text: String) -> CivilDate? {
    let words = Self.words(text)
    return words.indices.compactMap { date(words, at: $0) }.max()
  }

  /// The date that a word ends, with the words before it.
  private static func date(_ words: [Substring], at place: Int) -> CivilDate? {
    let word = words[place]
    if let date = CivilDate(iso: String(word)) { return date }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard let last = parts.last else { return nil }
    if parts.count == 2, let first = year(parts[0]) {
      if last.count == 2, let end = Int(last), end == (first + 1) % 100 { return CivilDate(first + 1, 3, 31) }
      return CivilDate(year(last) ?? first, 1, 1)
    }
    guard let year = year(last), !isRelease(words, at: place) else { return nil }
    if parts.count == 2, parts[0].lowercased() == "mid" { return CivilDate(year, 6, 30) }
    guard parts.count == 1 else { return nil }
    guard place > 0, let month = month(words[place - 1]) else { return CivilDate(year, 1, 1) }
    let day = place > 1 ? Int(words[place - 2]) ?? 1 : 1
    return CivilDate(year, month, (1...31).contains(day) ? day : 1)
  }

  private static func isRelease(_ words: [Substring], at place: Int) -> Bool {
    place + 1 < words.count && ["release", "edition"].contains(words[place + 1].lowercased())
  }

  private static func year(_ word: Substring) -> Int? {
    guard word.count == 4, word.allSatisfy(\.isNumber), let year = Int(word), years.contains(year) else {
      return nil
    }
    return year
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.first?.isUppercase == true, word.count >= 3 else { return nil }
    let name = word.lowercased()
    guard let place = months.firstIndex(of: String(name.prefix(3))) else { return nil }
    let full = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    return name.count == 3 || full[place].hasPrefix(name) ? place + 1 : nil
  }

  /// Letters, digits and hyphens together; a number with a comma, a point or a pound sign is no year.
  private static func words(_ text: String) -> [Substring] {
    let pieces = text.split { $0.isWhitespace || "();:/–—\"'".contains($0) }
    return pieces.map { piece in
      var word = piece
      while let last = word.last, ",.!?".contains(last) { word = word.dropLast() }
      return word
    }.filter { !$0.isEmpty }
  }
}
