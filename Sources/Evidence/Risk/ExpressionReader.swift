import ScenarioFiles

/// What is wrong in an expression, and where: the offset of a character, counted from 0.
package struct ExpressionMistake: Error, Sendable, Equatable {
  package let code: String
  package let offset: Int
  package let message: String
  package let help: String?

  init(_ code: String, at offset: Int, _ message: String, help: String? = nil) {
    (self.code, self.offset, self.message, self.help) = (code, offset, message, help)
  }
}

/// Reads an expression over measures.
///
/// `or` binds least, then `and`, `not`, comparisons with their `for N months`, sums, products.
struct ExpressionReader {
  /// The measures and breakdowns that there are.
  let known: [RiskExpression.Reference]
  /// The budget lines that there are.
  let budgetLines: [String]
  private var tokens: [ExpressionToken] = []
  /// The text by scalar, to say a part of it again.
  private var scalars: [Unicode.Scalar] = []
  private var next = 0
  private var end = 0
  /// How deep the part that is read stands in others.
  private var depth = 0
  private static let deepest = 400

  private var tooDeep: ExpressionMistake {
    ExpressionMistake(
      "too-deep", at: here, "The expression has too many brackets or signs inside one another.",
      help: "divide it among several risks or impacts")
  }

  init(known: [RiskExpression.Reference], budgetLines: [String]) {
    self.known = known
    self.budgetLines = budgetLines
  }

  /// Reads a text that must say whether something holds (`isTruth`), or be a number.
  mutating func read(_ text: String, isTruth: Bool) throws(ExpressionMistake) -> RiskExpression {
    tokens = try ExpressionToken.all(in: text)
    next = 0
    scalars = Array(text.unicodeScalars)
    end = scalars.count
    guard !tokens.isEmpty else { throw ExpressionMistake("empty", at: 0, "The expression is empty.") }
    let expression = try pairs(0)
    if let token = peek { throw unexpected(token) }
    guard expression.isTruth == isTruth else {
      throw ExpressionMistake(
        "wrong-kind", at: 0,
        isTruth
          ? "The expression is a number, but should say when the event happens."
          : "The expression says whether something holds, but should be a number.",
        help: isTruth ? "compare it, for example: … > 0.15 for 3 months" : nil)
    }
    return expression
  }

  /// What signs of that rank join, of which comparisons alone do not follow one another.
  private mutating func pairs(_ rank: Int) throws(ExpressionMistake) -> RiskExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw tooDeep }
    let comparison = RiskExpression.Sign.comparison
    if rank == comparison, take("not") { return .not(try checked(pairs(rank), isTruth: true)) }
    let start = here
    var left = rank > 3 ? try factor() : try pairs(rank + 1)
    while let token = peek, let sign = RiskExpression.Sign(rawValue: token.text), sign.rank == rank {
      next += 1
      left = try checked(left, isTruth: rank < comparison)
      let words = said(from: start, to: token.offset)
      let behind = here
      let right = try checked(rank > 3 ? factor() : pairs(rank + 1), isTruth: rank < comparison)
      try check(sign, (words, left), (said(from: behind, to: here), right), at: start)
      left = .pair(sign, left, right)
      if rank == comparison { break }
    }
    return rank == comparison ? try lasting(left) : left
  }

  private mutating func lasting(_ inner: RiskExpression) throws(ExpressionMistake) -> RiskExpression {
    guard take("for") else { return inner }
    let inner = try checked(inner, isTruth: true)
    guard let token = peek, let months = Int(token.text), months >= 1 else {
      throw ExpressionMistake(
        "missing-months", at: here, "'for' must be followed by a number of months, 1 or more.")
    }
    next += 1
    guard take("months") || take("month") else {
      throw ExpressionMistake("missing-months", at: here, "'for \(months)' must be followed by 'months'.")
    }
    return .lasting(inner, months: months)
  }

  private mutating func factor() throws(ExpressionMistake) -> RiskExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw tooDeep }
    guard let token = peek else {
      throw ExpressionMistake("unfinished", at: end, "The expression ends too early.")
    }
    next += 1
    switch token.kind {
    case .number(let value): return .constant(value)
    case .sign where token.text == "-":
      return .pair(.minus, .constant(0), try checked(factor(), isTruth: false))
    case .sign where token.text == "(":
      let inner = try pairs(0)
      try close(token)
      return inner
    case .name where take("("):
      let inner = try call(token)
      try close(token)
      return inner
    case .name: return .measure(try reference(token, breakdown()))
    case .sign, .breakdown: throw unexpected(token)
    }
  }

  /// What stands in the brackets after that name.
  private mutating func call(_ name: ExpressionToken) throws(ExpressionMistake) -> RiskExpression {
    if name.text == "budget" { return .budget(try budgetLine()) }
    guard let function = RiskExpression.Function(rawValue: name.text) else {
      let names = RiskExpression.Function.allCases.map(\.rawValue) + ["budget"]
      throw ExpressionMistake(
        "unknown-function", at: name.offset, "There is no function '\(name.text)'.",
        help: Suggestion.nearest(to: name.text, among: names).map { "did you mean '\($0)'?" }
          ?? "there are: \(names.joined(separator: ", "))")
    }
    let argument = try checked(pairs(RiskExpression.Sign.comparison + 1), isTruth: false)
    if function == .atStart {
      guard case .measure = argument else {
        throw ExpressionMistake("wrong-kind", at: name.offset, "at_start takes a single measure.")
      }
    }
    return .function(function, argument)
  }

  private mutating func budgetLine() throws(ExpressionMistake) -> String {
    guard let token = peek, case .name = token.kind else {
      throw ExpressionMistake("missing-line", at: here, "budget takes the name of a line.")
    }
    next += 1
    guard budgetLines.contains(token.text) else {
      throw ExpressionMistake(
        "unknown-line", at: token.offset, "There is no budget line '\(token.text)'.",
        help: Suggestion.nearest(to: token.text, among: budgetLines).map { "did you mean '\($0)'?" })
    }
    return token.text
  }

  /// The part of a measure that follows its name; empty for the whole.
  private mutating func breakdown() -> String {
    guard let part = peek, case .breakdown = part.kind else { return "" }
    next += 1
    return part.text
  }

  private func reference(
    _ token: ExpressionToken, _ breakdown: String
  ) throws(ExpressionMistake) -> RiskExpression.Reference {
    let wanted = RiskExpression.Reference(measure: token.text, breakdown: breakdown)
    // As it is known, with what it can be.
    if let found = known.first(where: { $0 == wanted }) { return found }
    let parts = known.filter { $0.measure == token.text }.map(\.breakdown)
    guard parts.isEmpty else {
      let near = Suggestion.nearest(to: breakdown, among: parts.filter { !$0.isEmpty })
      throw ExpressionMistake(
        "unknown-breakdown", at: token.offset,
        breakdown.isEmpty
          ? "\(token.text) is only there in parts." : "\(token.text) has no part '\(breakdown)'.",
        help: near.map { "did you mean '\(token.text){\($0)}'?" }
          ?? "there are: \(parts.map { $0.isEmpty ? "(all)" : $0 }.joined(separator: ", "))")
    }
    let near = Suggestion.nearest(to: token.text, among: Set(known.map(\.measure)).sorted())
    throw ExpressionMistake(
      "unknown-measure", at: token.offset, "The result has no measure '\(token.text)'.",
      help: near.map { "did you mean '\($0)'?" } ?? "the measures are the names in series.csv")
  }

  // MARK: Units and ranges

  /// Refuses numbers of different units that are compared or added, and levels that a measure cannot reach.
  private func check(
    _ sign: RiskExpression.Sign, _ left: (words: String, expression: RiskExpression),
    _ right: (words: String, expression: RiskExpression), at offset: Int
  ) throws(ExpressionMistake) {
    let one = (words: left.words, quantity: quantity(left))
    let two = (words: right.words, quantity: quantity(right))
    if sign == .over, two.quantity.range == 0...0 {
      throw ExpressionMistake(
        "divides-by-zero", at: offset, "'\(two.words)' is 0, and nothing can be divided by it.",
        help: "divide by a number other than 0, or by a measure")
    }
    if sign == .plus || sign == .minus, !one.quantity.goes(with: two.quantity) {
      let units = [one, two].map { $0.quantity.unit?.symbol ?? "" }
      throw ExpressionMistake(
        "wrong-unit", at: offset,
        "'\(one.words)' (\(units[0])) and '\(two.words)' (\(units[1])) cannot be added up or taken apart.")
    }
    guard let fault = ComparisonFault(sign, one, two) else { return }
    throw ExpressionMistake(fault.code, at: offset, fault.message, help: fault.help)
  }

  /// A number as it is written says its unit.
  private func quantity(_ part: (words: String, expression: RiskExpression)) -> Quantity {
    if case .constant(let value) = part.expression { return Quantity(value, written: part.words) }
    return part.expression.quantity
  }

  /// A part of the text, without blanks at its ends.
  private func said(from start: Int, to end: Int) -> String {
    var words = scalars[min(start, end)..<end]
    while words.last?.properties.isWhitespace == true { words.removeLast() }
    return String(String.UnicodeScalarView(words))
  }

  // MARK: Small steps

  private var peek: ExpressionToken? { next < tokens.count ? tokens[next] : nil }
  private var here: Int { peek?.offset ?? end }

  private mutating func take(_ word: String) -> Bool {
    guard let token = peek, token.text == word else { return false }
    next += 1
    return true
  }

  private mutating func close(_ opening: ExpressionToken) throws(ExpressionMistake) {
    guard take(")") else {
      throw ExpressionMistake("unclosed", at: opening.offset, "The bracket is not closed.")
    }
  }

  private func unexpected(_ token: ExpressionToken) -> ExpressionMistake {
    ExpressionMistake("unexpected", at: token.offset, "'\(token.text)' does not belong here.")
  }

  private func checked(
    _ expression: RiskExpression, isTruth: Bool
  ) throws(ExpressionMistake) -> RiskExpression {
    guard expression.isTruth == isTruth else {
      let (number, truth) = ("a number", "a comparison")
      throw ExpressionMistake(
        "wrong-kind", at: here,
        "What comes before is \(isTruth ? number : truth), but should be \(isTruth ? truth : number).")
    }
    return expression
  }
}
