import ScenarioFiles

/// What is wrong in an expression, and where: the offset of a character, counted from 0.
package struct ExpressionMistake: Error, Sendable, Equatable {
  package let code: String
  package let offset: Int
  package let message: String
  package let help: String?
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
  private var next = 0
  private var end = 0

  init(known: [RiskExpression.Reference], budgetLines: [String]) {
    self.known = known
    self.budgetLines = budgetLines
  }

  /// Reads a text that must say whether something holds (`isTruth`), or be a number.
  mutating func read(_ text: String, isTruth: Bool) throws(ExpressionMistake) -> RiskExpression {
    tokens = try ExpressionToken.all(in: text)
    next = 0
    end = text.unicodeScalars.count
    guard !tokens.isEmpty else { throw mistake("empty", at: 0, "The expression is empty.") }
    let expression = try either()
    if let token = peek {
      throw mistake("unexpected", at: token.offset, "'\(token.text)' does not belong here.")
    }
    guard expression.isTruth == isTruth else {
      throw mistake(
        "wrong-kind", at: 0,
        isTruth
          ? "The expression is a number, and should say when the event happens."
          : "The expression says whether something holds, and should be a number.",
        help: isTruth ? "compare it, for example: … > 0.15 for 3 months" : nil)
    }
    return expression
  }

  // MARK: From what binds least to what binds most

  private mutating func either() throws(ExpressionMistake) -> RiskExpression {
    var left = try both()
    while take("or") { left = .either(try truth(left), try truth(both())) }
    return left
  }

  private mutating func both() throws(ExpressionMistake) -> RiskExpression {
    var left = try negation()
    while take("and") { left = .both(try truth(left), try truth(negation())) }
    return left
  }

  private mutating func negation() throws(ExpressionMistake) -> RiskExpression {
    if take("not") { return .not(try truth(negation())) }
    return try lasting()
  }

  private mutating func lasting() throws(ExpressionMistake) -> RiskExpression {
    var left = try comparison()
    guard take("for") else { return left }
    left = try truth(left)
    guard let token = peek, let months = Int(token.text), months >= 1 else {
      throw mistake("missing-months", at: here, "After 'for' stands a number of months, 1 or more.")
    }
    next += 1
    guard take("months") || take("month") else {
      throw mistake("missing-months", at: here, "After 'for \(months)' stands 'months'.")
    }
    return .lasting(left, months: months)
  }

  private mutating func comparison() throws(ExpressionMistake) -> RiskExpression {
    let left = try sum()
    guard let token = peek, let sign = RiskExpression.Comparison(rawValue: token.text) else { return left }
    next += 1
    return .comparison(sign, try number(left), try number(sum()))
  }

  private mutating func sum() throws(ExpressionMistake) -> RiskExpression {
    var left = try product()
    while let token = peek, token.text == "+" || token.text == "-" {
      next += 1
      left = .arithmetic(token.text == "+" ? .plus : .minus, try number(left), try number(product()))
    }
    return left
  }

  private mutating func product() throws(ExpressionMistake) -> RiskExpression {
    var left = try factor()
    while let token = peek, token.text == "*" || token.text == "/" {
      next += 1
      left = .arithmetic(token.text == "*" ? .times : .over, try number(left), try number(factor()))
    }
    return left
  }

  private mutating func factor() throws(ExpressionMistake) -> RiskExpression {
    guard let token = peek else { throw mistake("unfinished", at: end, "The expression ends too early.") }
    next += 1
    switch token.kind {
    case .number(let value): return .constant(value)
    case .sign where token.text == "-":
      return .arithmetic(.minus, .constant(0), try number(factor()))
    case .sign where token.text == "(":
      let inner = try either()
      guard take(")") else { throw mistake("unclosed", at: token.offset, "The bracket is not closed.") }
      return inner
    case .name: return try name(token)
    case .sign, .breakdown:
      throw mistake("unexpected", at: token.offset, "'\(token.text)' does not belong here.")
    }
  }

  private mutating func name(_ token: ExpressionToken) throws(ExpressionMistake) -> RiskExpression {
    if take("(") {
      let inner: RiskExpression
      if token.text == "budget" {
        inner = .budget(try budgetLine())
      } else if let function = RiskExpression.Function(rawValue: token.text) {
        let argument = try number(sum())
        if function == .atStart, case .measure = argument {
        } else if function == .atStart {
          throw mistake("wrong-kind", at: token.offset, "at_start takes a single measure.")
        }
        inner = .function(function, argument)
      } else {
        let names = RiskExpression.Function.allCases.map(\.rawValue) + ["budget"]
        throw mistake(
          "unknown-function", at: token.offset, "There is no function '\(token.text)'.",
          help: Suggestion.nearest(to: token.text, among: names).map { "did you mean '\($0)'?" }
            ?? "there are: \(names.joined(separator: ", "))")
      }
      guard take(")") else { throw mistake("unclosed", at: token.offset, "The bracket is not closed.") }
      return inner
    }
    var breakdown = ""
    if let part = peek, case .breakdown = part.kind {
      next += 1
      breakdown = part.text
    }
    return .measure(try reference(token, breakdown))
  }

  private mutating func budgetLine() throws(ExpressionMistake) -> String {
    guard let token = peek, case .name = token.kind else {
      throw mistake("missing-line", at: here, "budget takes the name of a line.")
    }
    next += 1
    guard budgetLines.contains(token.text) else {
      throw mistake(
        "unknown-line", at: token.offset, "There is no budget line '\(token.text)'.",
        help: Suggestion.nearest(to: token.text, among: budgetLines).map { "did you mean '\($0)'?" })
    }
    return token.text
  }

  private func reference(
    _ token: ExpressionToken, _ breakdown: String
  ) throws(ExpressionMistake) -> RiskExpression.Reference {
    let wanted = RiskExpression.Reference(measure: token.text, breakdown: breakdown)
    if known.contains(wanted) { return wanted }
    let parts = known.filter { $0.measure == token.text }.map(\.breakdown)
    guard parts.isEmpty else {
      let near = Suggestion.nearest(to: breakdown, among: parts.filter { !$0.isEmpty })
      throw mistake(
        "unknown-breakdown", at: token.offset,
        breakdown.isEmpty
          ? "\(token.text) is only there in parts." : "\(token.text) has no part '\(breakdown)'.",
        help: near.map { "did you mean '\(token.text){\($0)}'?" }
          ?? "there are: \(parts.map { $0.isEmpty ? "(all)" : $0 }.joined(separator: ", "))")
    }
    let near = Suggestion.nearest(to: token.text, among: Set(known.map(\.measure)).sorted())
    throw mistake(
      "unknown-measure", at: token.offset, "The result has no measure '\(token.text)'.",
      help: near.map { "did you mean '\($0)'?" } ?? "the measures are the names in series.csv")
  }

  // MARK: Small steps

  private var peek: ExpressionToken? { next < tokens.count ? tokens[next] : nil }
  private var here: Int { peek?.offset ?? end }

  private mutating func take(_ word: String) -> Bool {
    guard let token = peek, token.text == word else { return false }
    next += 1
    return true
  }

  private func truth(_ expression: RiskExpression) throws(ExpressionMistake) -> RiskExpression {
    guard expression.isTruth else {
      throw mistake("wrong-kind", at: here, "What stands before is a number, and should be a comparison.")
    }
    return expression
  }

  private func number(_ expression: RiskExpression) throws(ExpressionMistake) -> RiskExpression {
    guard !expression.isTruth else {
      throw mistake("wrong-kind", at: here, "What stands before is a comparison, and should be a number.")
    }
    return expression
  }

  private func mistake(_ code: String, at offset: Int, _ message: String, help: String? = nil)
    -> ExpressionMistake
  {
    ExpressionMistake(code: code, offset: offset, message: message, help: help)
  }
}
