import Parameters

/// Reads numbers the way a careful person means them, and explains the ones that YAML's versions read differently.
enum NumberReading {
  /// The number that a bare word of a file means.
  static func number(_ text: String, quoted: Bool) throws(Complaint) -> Double {
    if quoted {
      let inside = try? number(text, quoted: false)
      throw Complaint(
        code: "quoted-number", what: "is text, because it is in quotes",
        help: inside == nil ? nil : "remove the quotes")
    }
    guard isPlain(text), let number = Double(text) else {
      throw trap(text) ?? Complaint(code: "wrong-type", what: "is not a number")
    }
    guard number.isFinite else { throw Complaint(code: "not-finite", what: "is too large a number") }
    return number
  }

  /// Whether a text is a decimal number in everyone's eyes, which one with a leading zero is not.
  private static func isPlain(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    if digits.first == UInt8(ascii: "0"), let second = digits.dropFirst().first, isDigit(second) {
      return false
    }
    return text.utf8.contains(where: isDigit)
      && text.utf8.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
  }

  /// The complaint that a number is written otherwise than numbers are here, with how it is.
  private static func complaint(_ code: String, _ what: String, meant number: Double?) -> Complaint {
    Complaint(
      code: code, what: what, help: number.map { "write \(Value.number($0).text)" }, meant: number)
  }

  /// Spellings that are almost numbers; nothing long is one.
  private static func trap(_ text: String) -> Complaint? {
    guard text.utf8.count <= 40 else { return nil }
    return notFinite(text) ?? octalOrTime(text) ?? grouped(text) ?? marked(text)
  }

  private static func notFinite(_ text: String) -> Complaint? {
    let bare = text.lowercased().drop { "+-.".contains($0) }
    guard ["nan", "inf", "infinity"].contains(String(bare)) else { return nil }
    return Complaint(code: "not-finite", what: "is not a number that can be used")
  }

  private static func octalOrTime(_ text: String) -> Complaint? {
    if let match = text.wholeMatch(of: /[-+]?0[0-9_]+/) {
      let digits = String(match.output).filter { $0 != "_" }
      return complaint(
        "leading-zero", "begins with 0, which some programs read as an octal number", meant: Double(digits))
    }
    if let match = text.wholeMatch(of: /([-+]?)0([xob])([0-9a-fA-F_]+)/.ignoresCase()) {
      let radix = ["x": 16, "o": 8, "b": 2][String(match.output.2).lowercased()] ?? 10
      let digits = match.output.3.filter { $0 != "_" }
      return Complaint(
        code: "number-base", what: "is not a decimal number",
        help: Int(digits, radix: radix).map { "write \(match.output.1 == "-" ? "-" : "")\($0)" })
    }
    if text.wholeMatch(of: /[-+]?[0-9]+(:[0-9]+)+(\.[0-9]*)?/) != nil {
      return Complaint(
        code: "sexagesimal", what: "is written like a time of day, which some programs read as a number",
        help: "write a plain number in the parameter's unit")
    }
    return nil
  }

  private static func grouped(_ text: String) -> Complaint? {
    if text.wholeMatch(of: /[-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?/) != nil
      || text.wholeMatch(of: /[-+]?[0-9]{1,3}([ ,'\u{A0}\u{2009}\u{202F}][0-9]{3})+(\.[0-9]+)?/) != nil
    {
      let digits = text.filter { !"_ ,'\u{A0}\u{2009}\u{202F}".contains($0) }
      return complaint("digit-grouping", "separates its digits", meant: Double(digits))
    }
    if text.wholeMatch(of: /[-+]?[0-9]+,[0-9]+/) != nil {
      let pointed = text.replacing(",", with: ".")
      return complaint("decimal-comma", "has a comma where a number has a point", meant: Double(pointed))
    }
    return nil
  }

  private static func marked(_ text: String) -> Complaint? {
    if let match = text.wholeMatch(of: /([-+]?[0-9.]+)\s*(%|per\s*cent|pc)/.ignoresCase()) {
      return complaint("percent", "is a percentage", meant: Double(match.output.1).map { $0 / 100 })
    }
    if let match = text.wholeMatch(
      of: /([£$€]?)\s*([-+]?[0-9][0-9.,_]*)\s*(k|m|bn|thousand|million)/.ignoresCase())
    {
      let digits = match.output.2.filter { !",_".contains($0) }
      let factor = match.output.3.lowercased()
      let times = factor.hasPrefix("b") ? 1e9 : factor == "m" || factor == "million" ? 1e6 : 1e3
      return complaint(
        "thousands", "is short for a longer number",
        meant: Double(digits).map { ($0 * times * 1e3).rounded() / 1e3 })
    }
    if let match = text.wholeMatch(of: /(-?)[£$€]\s*([0-9.,_]+)(\s*[a-zA-Z\/ ]*)/) {
      let digits = match.output.1 + match.output.2.filter { !",_".contains($0) }
      return complaint("currency-sign", "has a currency sign", meant: Double(digits))
    }
    if let match = text.wholeMatch(of: /([-+]?[0-9][0-9,_]*(?:\.[0-9]+)?)\s*([a-zA-Z£][a-zA-Z£\/ ]*)/) {
      let digits = match.output.1.filter { !",_".contains($0) }
      return Complaint(
        code: "number-with-unit", what: "has a word after the number",
        help: "write { value: \(digits), unit: … } or the number alone")
    }
    return nil
  }
}
