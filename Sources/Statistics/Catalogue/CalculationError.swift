/// Why a calculation could not be made. Its description is a sentence for the person who asked.
public enum CalculationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// An input that the calculation needs was not given.
  case missing(input: String)
  /// An input was given that the calculation does not know.
  case unknown(input: String, accepted: [String])
  /// An input is of the wrong kind, such as a text for a number.
  case wrongKind(input: String, wanted: String, found: String)
  /// A number lies outside the range in which the formula holds.
  case outOfRange(input: String, value: Double, allowed: String)
  /// Lists or tables do not fit together, or have too little in them.
  case wrongShape(input: String, wanted: String)
  /// A text could not be understood.
  case unreadable(input: String, text: String, reason: String)
  /// The work offered equals or exceeds what can be done, so there is no steady state. The load is offered work over
  /// capacity: 1 or more.
  case noSteadyState(load: Double)

  public var description: String {
    switch self {
    case .missing(let input):
      "The input '\(input)' is missing."
    case .unknown(let input, let accepted):
      "The input '\(input)' is not known here; the inputs are \(accepted.joined(separator: ", "))."
    case .wrongKind(let input, let wanted, let found):
      "The input '\(input)' must be \(wanted), but is \(found)."
    case .outOfRange(let input, let value, let allowed):
      "The input '\(input)' is \(value), but must be \(allowed)."
    case .wrongShape(let input, let wanted):
      "The input '\(input)' must hold \(wanted)."
    case .unreadable(let input, let text, let reason):
      "The input '\(input)' cannot be read as a series: \(reason), in '\(text)'."
    case .noSteadyState(let load):
      "There is no steady state: the offered load is \(load) of the capacity, and must be below 1."
    }
  }

  /// The same error with an input called by the name that the person used for it.
  func calling(_ names: [String: String]) -> CalculationError {
    switch self {
    case .outOfRange(let input, let value, let allowed):
      .outOfRange(input: names[input] ?? input, value: value, allowed: allowed)
    case .wrongShape(let input, let wanted):
      .wrongShape(input: names[input] ?? input, wanted: wanted)
    default: self
    }
  }
}
