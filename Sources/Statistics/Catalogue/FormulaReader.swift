/// Evaluates a formula of numbers, the letter i, `pi`, brackets, `+ - * / ^` and the functions of one bracket
/// `exp log sqrt sin cos` as it reads; two factors side by side are multiplied, and a power binds closest. Every part
/// is nil where the text breaks off or says something else, or names i where there is none.
struct FormulaReader {
  private let characters: [Character]
  private let i: Double?
  private var place = 0
  private var depth = 0

  init(characters: String, i: Double?) {
    self.characters = Array(characters)
    self.i = i
  }

  /// The value of the whole text.
  mutating func whole() -> Double? {
    guard let value = sum(), place == characters.count else { return nil }
    return value
  }

  private var next: Character? { place < characters.count ? characters[place] : nil }

  private mutating func sum() -> Double? {
    guard var total = product() else { return nil }
    while let sign = next, sign == "+" || sign == "-" {
      place += 1
      guard let term = product() else { return nil }
      total += sign == "+" ? term : -term
    }
    return total
  }

  private mutating func product() -> Double? {
    guard var total = factor() else { return nil }
    while let sign = next, sign != "+", sign != "-", sign != ")" {
      if sign == "*" || sign == "/" { place += 1 }
      guard let term = factor() else { return nil }
      total = sign == "/" ? total / term : total * term
    }
    return total
  }

  /// Brackets, signs and powers inside one another beyond this are no formula that a person wrote.
  private static let deepest = 200

  private mutating func factor() -> Double? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    if next == "-" {
      place += 1
      return factor().map { -$0 }
    }
    guard let base = primary() else { return nil }
    guard next == "^" else { return base }
    place += 1
    return factor().map { power(base, $0) }
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "exp": exponential, "log": logarithm, "sqrt": { $0.squareRoot() }, "sin": sine, "cos": cosine,
  ]

  /// The name that stands here, read whole; the letter i by itself is none.
  private mutating func word() -> String? {
    for name in ["pi"] + Self.functions.keys.sorted() where characters[place...].starts(with: name) {
      place += name.count
      return name
    }
    return nil
  }

  private mutating func primary() -> Double? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    if let name = word() {
      if name == "pi" { return .pi }
      guard let function = Self.functions[name], next == "(" else { return nil }
      return primary().map(function)
    }
    switch next {
    case "i":
      place += 1
      return i
    case "(":
      place += 1
      guard let inner = sum(), next == ")" else { return nil }
      place += 1
      return inner
    default:
      let start = place
      while let digit = next, digit.isNumber || digit == "." { place += 1 }
      return Double(String(characters[start..<place]))
    }
  }
}
