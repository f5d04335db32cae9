import Dates
import Notation

/// Text inside HTML or SVG.
package enum Markup {
  /// The text with the five characters that mean something in markup replaced, and what is not to be seen left out.
  package static func escape(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(character)
      case _ where SafeText.isUnsafe(character): continue
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// The same for what people read: a minus before a number is one, and a day such as `2015-04-01` is `1 April 2015`.
  package static func words(_ text: String) -> String { escape(said(text)) }

  /// The text with minus signs and days as people write them.
  package static func said(_ text: String) -> String {
    guard text.utf8.contains(hyphen) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var place = 0
    while place < bytes.count {
      let before = place > 0 ? bytes[place - 1] : space
      if isDigit(bytes[place]), !joins(before), let day = day(bytes, at: place) {
        result += day.inWords.utf8
        place += 10
      } else if bytes[place] == hyphen, opens(before), place + 1 < bytes.count,
        isDigit(bytes[place + 1]) || bytes[(place + 1)...].starts(with: "£".utf8)
      {
        result += "\u{2212}".utf8
        place += 1
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-"), space = UInt8(ascii: " ")

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// Whether a minus may follow: after a space or a bracket, not inside a word, a year or a name.
  private static func opens(_ byte: UInt8) -> Bool { " (\n[\u{2013}".utf8.contains(byte) }

  /// Whether what follows belongs to a name or a path.
  private static func joins(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "_-/.=:".utf8.contains(byte)
  }

  private static func day(_ bytes: [UInt8], at place: Int) -> CivilDate? {
    guard place + 10 <= bytes.count, bytes[place + 4] == hyphen, bytes[place + 7] == hyphen else {
      return nil
    }
    if place + 10 < bytes.count {
      let after = bytes[place + 10]
      let isEnd = after == UInt8(ascii: ".") || after == UInt8(ascii: ":")
      if joins(after), !isEnd || (place + 11 < bytes.count && joins(bytes[place + 11])) { return nil }
    }
    return CivilDate(iso: String(decoding: bytes[place..<(place + 10)], as: UTF8.self))
  }
}

extension CivilDate {
  /// `31 March 2025`.
  package var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let (year, month, day) = civil
    return "\(day) \(months[month - 1]) \(year)"
  }
}
