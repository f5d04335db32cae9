/// A short notation for a long series of numbers.
///
/// - `x_i=10(1-0.9^i)+0.5(-1)^i, i=1..100`: a formula in i, and the range of i; the name before `=` may be left out.
/// - `5+2sin(2 pi i/12), i=1..24`: `exp`, `log`, `sqrt`, `sin` and `cos` of a bracket, in radians, and `pi`.
/// - `0 for i<=15 then 1 if i odd else 3, i=1..100`: different formulas for different i.
/// - `5.2 then (5.1,5.3)x500`: numbers in order, and a group of numbers repeated.
struct SeriesNotation {
  let input: String
  let text: String

  func numbers() throws(CalculationError) -> [Double] {
    let parts = text.split(separator: ", i=", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return try listed()
    case 2: return try ranged(body: withoutName(parts[0]), range: parts[1])
    default: throw unreadable("the range of i is given twice")
    }
  }

  /// Numbers and repeated groups, in order.
  private func listed() throws(CalculationError) -> [Double] {
    var numbers: [Double] = []
    for piece in text.split(separator: " then ", omittingEmptySubsequences: false) {
      let halves = piece.split(separator: ")x", omittingEmptySubsequences: false)
      guard halves.count == 2, halves[0].first == "(" else {
        numbers.append(try evaluate(piece))
        continue
      }
      guard let times = Int(halves[1]), times >= 0 else {
        throw unreadable("'\(halves[1])' is no number of times")
      }
      var group: [Double] = []
      for item in halves[0].dropFirst().split(separator: ",") { group.append(try evaluate(item)) }
      try requireRoom(times.multipliedReportingOverflow(by: group.count).partialValue, times)
      for _ in 0..<times { numbers += group }
    }
    return numbers
  }

  /// A formula for each i of a range.
  private func ranged(body: Substring, range: Substring) throws(CalculationError) -> [Double] {
    let ends = range.split(separator: "..")
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first <= last else {
      throw unreadable("'\(range)' is no range of whole numbers")
    }
    try requireRoom(last.subtractingReportingOverflow(first).partialValue, abs(first / 2), abs(last / 2))
    let pieces = body.split(separator: " then ", omittingEmptySubsequences: false)
    var numbers: [Double] = []
    for i in first...last {
      guard let number = try value(of: pieces, at: i) else {
        throw unreadable("nothing is said for i = \(i)")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The first piece whose condition i meets.
  private func value(of pieces: [Substring], at i: Int) throws(CalculationError) -> Double? {
    for piece in pieces {
      let bounded = piece.split(separator: " for i<=", omittingEmptySubsequences: false)
      if bounded.count == 2 {
        guard let bound = Int(bounded[1]) else { throw unreadable("'\(bounded[1])' is no whole number") }
        if i <= bound { return try evaluate(bounded[0], at: i) }
        continue
      }
      let either = piece.split(separator: " if i odd else ", omittingEmptySubsequences: false)
      if either.count == 2 { return try evaluate(i % 2 == 0 ? either[1] : either[0], at: i) }
      return try evaluate(piece, at: i)
    }
    return nil
  }

  private func withoutName(_ body: Substring) -> Substring {
    guard let equals = body.firstIndex(of: "="), body[..<equals].allSatisfy({ $0.isLetter || $0 == "_" })
    else {
      return body
    }
    return body[body.index(after: equals)...]
  }

  private func evaluate(_ formula: Substring, at i: Int? = nil) throws(CalculationError) -> Double {
    var reader = FormulaReader(characters: formula.filter { $0 != " " }, i: i.map(Double.init))
    guard let value = reader.whole() else { throw unreadable("'\(formula)' is no formula") }
    guard value.isFinite else { throw unreadable("'\(formula)' is no finite number") }
    return value
  }

  private func requireRoom(_ counts: Int...) throws(CalculationError) {
    let allowed = 0...CalculationInputs.largestCount
    guard counts.allSatisfy(allowed.contains) else { throw unreadable("the series is too long") }
  }

  private func unreadable(_ reason: String) -> CalculationError {
    .unreadable(input: input, text: text, reason: reason)
  }
}
