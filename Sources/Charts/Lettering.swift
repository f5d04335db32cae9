import Notation

/// How wide words are in the letters of the drawings, so that a chart makes room for its labels and cuts none.
///
/// Widths are those of Arial, and of the fonts that stand in for it, in thousandths of the letters' height.
package enum Lettering {
  /// Height of letters in a drawing of full width, and in a narrow one, user units.
  package static let wide = 14.0, narrow = 13.0

  /// From the space (32) to the tilde (126).
  private static let widths: [Double] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556,
    556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500,
    667,
    556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
    556,
    556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500,
    722,
    500, 500, 500, 334, 260, 334, 584,
  ]

  /// The width of a line of words in letters of that height; bold ones are a little wider.
  package static func width(_ words: String, size: Double = wide, isBold: Bool = false) -> Double {
    let thousandths = words.unicodeScalars.reduce(0.0) { sum, letter in
      let place = Int(letter.value) - 32
      return sum + (widths.indices.contains(place) ? widths[place] : letter == "£" ? 556 : 700)
    }
    return thousandths * size / 1000 * (isBold ? 1.09 : 1)
  }

  /// The widest of these lines; 0 where there is none.
  package static func widest(_ lines: [String], size: Double = wide, isBold: Bool = false) -> Double {
    lines.map { width($0, size: size, isBold: isBold) }.max() ?? 0
  }

  /// Words on lines no wider than that, broken at spaces; a word that is wider stands alone.
  package static func lines(
    _ words: String, within limit: Double, size: Double = wide, isBold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
      if let last = lines.last, width(last + " " + word, size: size, isBold: isBold) <= limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.isEmpty ? [""] : lines
  }
}

/// How much room a chart has: the full width of a page, or a phone's.
struct Room {
  let isNarrow: Bool

  /// User units.
  var width: Double { isNarrow ? 360 : 860 }
  var size: Double { isNarrow ? Lettering.narrow : Lettering.wide }
  /// From one line of words to the next.
  let line = 18.0

  func width(_ words: String, isBold: Bool = false) -> Double {
    Lettering.width(words, size: size, isBold: isBold)
  }

  func widest(_ words: [String], isBold: Bool = false) -> Double {
    Lettering.widest(words, size: size, isBold: isBold)
  }

  func lines(_ words: String, within limit: Double, isBold: Bool = false) -> [String] {
    Lettering.lines(words, within: limit, size: size, isBold: isBold)
  }
}
