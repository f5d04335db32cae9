import ScenarioFiles

/// One word, number or sign of an expression.
struct ExpressionToken {
  enum Kind {
    case number(Double)
    case name
    /// `{key=value}`; its text is what stands between the braces.
    case breakdown
    case sign
  }

  let kind: Kind
  let text: String
  /// Scalars before it.
  let offset: Int

  static func all(in text: String) throws(ExpressionMistake) -> [ExpressionToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [ExpressionToken] = []
    var place = 0
    func word(_ from: Int, _ to: Int) -> String {
      String(String.UnicodeScalarView(scalars[from..<to]))
    }
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }
    while place < scalars.count {
      let start = place
      let scalar = scalars[place]
      if scalar.properties.isWhitespace {
        place += 1
      } else if isDigit(scalar) || scalar == "£" {
        place += 1
        while place < scalars.count, isDigit(scalars[place]) || scalars[place] == "." || scalars[place] == "_"
        {
          place += 1
        }
        // A percentage, thousands or millions: `15%`, `250k`, `1m`.
        if place < scalars.count, "%km".unicodeScalars.contains(scalars[place]),
          place + 1 >= scalars.count || !isLetter(scalars[place + 1])
        {
          place += 1
        }
        guard let number = DocumentReading.number(word(start, place)) else {
          throw ExpressionMistake("not-a-number", at: start, "'\(word(start, place))' is not a number.")
        }
        tokens.append(ExpressionToken(kind: .number(number), text: word(start, place), offset: start))
      } else if isLetter(scalar) {
        while place < scalars.count, isLetter(scalars[place]) || isDigit(scalars[place]) { place += 1 }
        tokens.append(ExpressionToken(kind: .name, text: word(start, place), offset: start))
      } else if scalar == "{" {
        guard let close = scalars[place...].firstIndex(of: "}") else {
          throw ExpressionMistake("unclosed", at: start, "The brace is not closed.")
        }
        let inside = word(place + 1, close).filter { !$0.isWhitespace }
        tokens.append(ExpressionToken(kind: .breakdown, text: inside, offset: start))
        place = close + 1
      } else {
        let two = place + 1 < scalars.count ? word(place, place + 2) : ""
        let sign = [">=", "<="].contains(two) ? two : word(place, place + 1)
        guard sign.count == 2 || "><+-*/()".contains(sign) else {
          throw ExpressionMistake(
            "unexpected", at: start, "'\(sign)' means nothing in an expression.",
            help: sign == "=" ? "compare with >, >=, < or <=" : nil)
        }
        tokens.append(ExpressionToken(kind: .sign, text: sign, offset: start))
        place += sign.count
      }
    }
    return tokens
  }
}
