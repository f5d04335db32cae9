/// Signs beyond ASCII as a cell of a table writes them. A spreadsheet that opens a table by a double click takes its bytes for
/// older letters and shows a pound sign as two; a mark at the beginning that would help it spoils the first column's name
/// for others. So `GBP` stands for the pound sign, `-` for a dash, `x` for times. Letters of names stay as they are.
package enum PlainLetters {
  private static let signs: [Unicode.Scalar: String] = [
    "\u{D7}": "x", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-",
    "\u{2212}": "-", "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2026}": "...",
    "\u{B1}": "+/-", "\u{2264}": "<=", "\u{2265}": ">=", "\u{A0}": " ", "\u{2192}": "->", "\u{B7}": ".",
    "\u{BD}": "1/2", "\u{2022}": "-",
  ]
  private static let pound: Unicode.Scalar = "\u{A3}"

  /// The text with its signs in ASCII.
  package static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 128 }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var kept = ""
    for (place, scalar) in scalars.enumerated() {
      if scalar == pound {
        // The blank is taken away again when the cell is read.
        let next = scalars[(place + 1)...].first { $0 != " " }
        kept += next.map { ("0"..."9").contains($0) } == true ? "GBP " : "GBP"
      } else if let sign = signs[scalar] {
        kept += sign
      } else {
        kept.unicodeScalars.append(scalar)
      }
    }
    return kept
  }

  /// The text with its pound signs, where `GBP` stands as a word.
  static func original(_ text: String) -> String {
    guard text.contains("GBP") else { return text }
    let scalars = Array(text.unicodeScalars)
    func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isAlphabetic }
    var kept = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let after = place + 3
      let isPound =
        scalars[place...].starts(with: "GBP".unicodeScalars)
        && !(place > 0 && (isWord(scalars[place - 1]) || ("0"..."9").contains(scalars[place - 1])))
        && !(after < scalars.count && isWord(scalars[after]))
      guard isPound else {
        kept.append(scalars[place])
        place += 1
        continue
      }
      kept.append(pound)
      place = after
      let next = scalars[after...].first { $0 != " " }
      if after < scalars.count, scalars[after] == " ", next.map({ ("0"..."9").contains($0) }) == true {
        place += 1
      }
    }
    return String(kept)
  }
}
