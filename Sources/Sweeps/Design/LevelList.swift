import Foundation

/// The levels that one argument gives: `1,2,5`, `start:stop:step` or `start:stop/count`.
///
/// Ranges are inclusive and exact in decimals: 0:0.3:0.1 holds 0.3, not 0.30000000000000004.
enum LevelList {
  static let most = 1_000_000

  /// The levels as texts, in order.
  static func read(_ text: String, argument: String) throws(DesignFault) -> [String] {
    let items = split(text)
    guard !items.contains(where: { $0.isEmpty }) else {
      throw DesignFault(
        argument, "no-level", "A level is empty.", help: "write path=1,2,5 or path=start:stop:step")
    }
    guard items.count == 1, let only = items.first, only.contains(":"), !"[{\"'".contains(only.prefix(1))
    else {
      return items
    }
    return try range(only, argument)
  }

  /// Cuts at the commas that stand outside brackets, braces and quotes.
  static func split(_ text: String) -> [String] {
    var items = [""]
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "[{".contains(character) {
        depth += 1
      } else if "]}".contains(character) {
        depth -= 1
      } else if character == ",", depth == 0 {
        items.append("")
        continue
      }
      items[items.count - 1].append(character)
    }
    return items.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func range(_ text: String, _ argument: String) throws(DesignFault) -> [String] {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3 {
      return try stepped(
        number(parts[0], argument), number(parts[1], argument), number(parts[2], argument), argument)
    }
    let ends = parts.count == 2 ? parts[1].split(separator: "/", omittingEmptySubsequences: false) : []
    guard ends.count == 2 else {
      throw DesignFault(
        argument, "range-syntax", "\"\(text)\" is not a range.",
        help: "write start:stop:step, such as 4:12:2, or start:stop/count, such as 0:0.10/6")
    }
    guard let count = Int(ends[1]), (2...most).contains(count) else {
      throw DesignFault(
        argument, "range-count", "\"\(ends[1])\" is not a number of levels from 2 to \(most).",
        help: "0:0.10/6 is six levels, both ends included")
    }
    return spaced(try number(parts[0], argument), try number(String(ends[0]), argument), count)
  }

  private static func stepped(
    _ start: Decimal, _ stop: Decimal, _ step: Decimal, _ argument: String
  ) throws(DesignFault) -> [String] {
    guard step != 0, (stop - start) * step >= 0 else {
      throw DesignFault(
        argument, "range-step", "A step of \(step) does not lead from \(start) to \(stop).",
        help: step == 0 ? "give a step that is not 0" : "change the step's sign")
    }
    let rough = Double(truncating: ((stop - start) / step) as NSDecimalNumber)
    guard rough < Double(most) else {
      throw DesignFault(argument, "range-count", "The range holds more than \(most) levels.")
    }
    var count = Int(rough.rounded())
    while count > 0, abs(Decimal(count) * step) > abs(stop - start) { count -= 1 }
    let last = start + Decimal(count) * step
    guard last == stop else {
      throw DesignFault(
        argument, "range-end",
        "Steps of \(step) from \(start) do not reach \(stop): the last one reached is \(last).",
        help: "write \(start):\(last):\(step), or \(start):\(stop)/\(count + 2) for even steps")
    }
    return (0...count).map { "\(start + Decimal($0) * step)" }
  }

  /// Evenly spaced levels; where a third or the like has no end in decimals, the nearest number of double precision.
  private static func spaced(_ start: Decimal, _ stop: Decimal, _ count: Int) -> [String] {
    let gaps = Decimal(count - 1)
    return (0..<count).map { place in
      let distance = (stop - start) * Decimal(place)
      let share = distance / gaps
      if share * gaps == distance { return "\(start + share)" }
      return Double("\(start + share)").map { "\($0)" } ?? "\(start + share)"
    }
  }

  private static func number(_ text: String, _ argument: String) throws(DesignFault) -> Decimal {
    let pattern = #/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?/#
    guard text.wholeMatch(of: pattern) != nil, let number = Decimal(string: text) else {
      if text.wholeMatch(of: #/[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+/#) != nil {
        throw DesignFault(
          argument, "range-number", "\"\(text)\" is larger, or nearer 0, than a range can hold.",
          help: "give numbers between 1e-99 and 1e99 in size")
      }
      throw DesignFault(
        argument, "range-number", "\"\(text)\" is not a number, and a range needs numbers.",
        help: "write names and dates as a list: path=a,b,c")
    }
    return number
  }
}
