import Notation
import Parameters

extension Value {
  /// The value as JSON: dates and names as text, numbers with every digit they have.
  var json: JSONValue {
    switch self {
    case .number, .whole, .flag: .literal(text)
    case .numbers(let numbers): .array(numbers.map(JSONValue.value))
    case .choice(let name): .string(name)
    case .date(let date): .string(date.description)
    }
  }
}

extension JSONValue {
  /// A number as a parameter's value is written.
  static func value(_ number: Double) -> JSONValue { .literal(Parameters.Value.number(number).text) }
}
