/// Words as they are set in a drawing or on a page.
package enum Typeset {
  /// The text with a minus sign in the place of each hyphen that stands before a number: `−2.3`, but `2015-16`.
  package static func minus(_ text: String) -> String {
    var result = ""
    let letters = Array(text)
    for (place, letter) in letters.enumerated() {
      let isAfterWord = place > 0 && (letters[place - 1].isLetter || letters[place - 1].isNumber)
      let next = place + 1 < letters.count ? letters[place + 1] : " "
      let isBeforeNumber = next == "£" || ("0"..."9").contains(next)
      result.append(letter == "-" && isBeforeNumber && !isAfterWord ? "\u{2212}" : letter)
    }
    return result
  }

  /// The text in lines of at most that many letters, broken between words; a longer word has a line of its own.
  package static func lines(_ text: String, most: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= most {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
