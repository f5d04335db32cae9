/// Reads the inputs of a calculation by name and kind; each failure is a sentence that names the input.
struct CalculationInputs {
  /// The longest run of anything that an input may ask for.
  static let largestCount = 1_000_000

  let values: [String: CalculationValue]

  func has(_ name: String) -> Bool { values[name] != nil }

  func value(_ name: String) throws(CalculationError) -> CalculationValue {
    guard let value = values[name] else { throw .missing(input: name) }
    return value
  }

  func number(_ name: String) throws(CalculationError) -> Double {
    let value = try value(name)
    guard case .number(let number) = value else { throw wrong(name, "a number", value) }
    guard number.isFinite else { throw .outOfRange(input: name, value: number, allowed: "finite") }
    return number
  }

  func number(_ name: String, default fallback: Double) throws(CalculationError) -> Double {
    has(name) ? try number(name) : fallback
  }

  func count(_ name: String) throws(CalculationError) -> Int { try Self.whole(name, try number(name)) }

  /// Numbers in order; an empty table is an empty list, since a file cannot tell them apart.
  func list(_ name: String) throws(CalculationError) -> [Double] {
    switch try value(name) {
    case .list(let list): return list
    case .table(let rows) where rows.isEmpty: return []
    case .texts(let texts) where texts.isEmpty: return []
    case let other: throw wrong(name, "a list of numbers", other)
    }
  }

  func list(_ name: String, default fallback: [Double]) throws(CalculationError) -> [Double] {
    has(name) ? try list(name) : fallback
  }

  func table(_ name: String) throws(CalculationError) -> [[Double]] {
    let value = try value(name)
    guard case .table(let table) = value else { throw wrong(name, "a table of numbers", value) }
    return table
  }

  /// A list of exactly so many numbers.
  func list(_ name: String, count: Int) throws(CalculationError) -> [Double] {
    let list = try list(name)
    try Check.shape(name, list.count == count, wanted: "exactly \(count) numbers")
    return list
  }

  /// A table whose rows are pairs.
  func pairs(_ name: String) throws(CalculationError) -> [(Double, Double)] {
    var pairs: [(Double, Double)] = []
    for row in try table(name) {
      try Check.shape(name, row.count == 2, wanted: "rows of two numbers")
      pairs.append((row[0], row[1]))
    }
    return pairs
  }

  func texts(_ name: String, default fallback: [String]) throws(CalculationError) -> [String] {
    guard has(name) else { return fallback }
    let value = try value(name)
    guard case .texts(let texts) = value else { throw wrong(name, "a list of texts", value) }
    return texts
  }

  func record(_ name: String) throws(CalculationError) -> CalculationInputs {
    let value = try value(name)
    guard case .record(let record) = value else { throw wrong(name, "a record", value) }
    return CalculationInputs(values: record)
  }

  /// A number, or a text such as `2/3`.
  func formula(_ name: String) throws(CalculationError) -> Double {
    guard case .text(let text) = try value(name) else { return try number(name) }
    let numbers = try SeriesNotation(input: name, text: text).numbers()
    guard numbers.count == 1 else { throw .wrongShape(input: name, wanted: "one number") }
    return numbers[0]
  }

  /// A series, either as a list of numbers or in the notation of `SeriesNotation`.
  func series(_ name: String) throws(CalculationError) -> [Double] {
    switch try value(name) {
    case .list(let list): return list
    case .text(let text): return try SeriesNotation(input: name, text: text).numbers()
    case let other: throw wrong(name, "a list of numbers, or a text that describes one", other)
    }
  }

  static func whole(_ name: String, _ number: Double) throws(CalculationError) -> Int {
    guard number == number.rounded(), number >= 0, number <= Double(largestCount) else {
      throw .outOfRange(input: name, value: number, allowed: "a whole number from 0 to \(largestCount)")
    }
    return Int(number)
  }

  private func wrong(_ name: String, _ wanted: String, _ found: CalculationValue) -> CalculationError {
    .wrongKind(input: name, wanted: wanted, found: found.kind)
  }
}
