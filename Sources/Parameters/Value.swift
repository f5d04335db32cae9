public import Dates

/// A value that a parameter can take, free of any particular parameter.
public enum Value: Sendable, Equatable {
  case number(Double)
  case whole(Int)
  case flag(Bool)
  case choice(String)
  case date(CivilDate)
  case numbers([Double])

  /// The value as a person would write it in a scenario file: locale-free, dates in ISO 8601.
  public var text: String {
    switch self {
    case .number(let value): Value.text(of: value)
    case .whole(let value): String(value)
    case .flag(let value): value ? "true" : "false"
    case .choice(let value): value
    case .date(let value): value.description
    case .numbers(let values): "[" + values.map(Value.text(of:)).joined(separator: ", ") + "]"
    }
  }

  /// The number that a single number is, whole or not.
  public var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .whole(let number): Double(number)
    case .flag, .choice, .date, .numbers: nil
    }
  }

  /// A number without a needless fraction: `16`, not `16.0`.
  static func text(of number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return "\(number)"
  }
}
