/// What a named calculation is given, and what it answers: plain data, as a file would hold it.
public enum CalculationValue: Sendable, Equatable {
  /// One number.
  case number(Double)
  /// Numbers in order.
  case list([Double])
  /// Rows of numbers.
  case table([[Double]])
  /// A word, a formula or a note.
  case text(String)
  /// Words in order.
  case texts([String])
  /// Named values.
  case record([String: CalculationValue])

  /// What kind of value it is, for messages.
  var kind: String {
    switch self {
    case .number: "a number"
    case .list: "a list of numbers"
    case .table: "a table of numbers"
    case .text: "a text"
    case .texts: "a list of texts"
    case .record: "a record"
    }
  }
}

extension CalculationValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral
{
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
}
