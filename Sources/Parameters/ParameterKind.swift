/// Which values a parameter allows.
public enum ParameterKind: Sendable, Equatable {
  case number(ClosedRange<Double>)
  case whole(ClosedRange<Int>)
  case flag
  case choice([String])
  case date
  /// A list of numbers, each inside the range; how many, and what they are together, its `ListRule` says.
  case numbers(ClosedRange<Double>)
}

extension ParameterKind {
  /// What it is called in tables.
  package var name: String {
    switch self {
    case .number: "number"
    case .whole: "whole number"
    case .flag: "switch"
    case .choice: "choice"
    case .date: "date"
    case .numbers: "list"
    }
  }

  /// Why a value is not allowed, as the end of a sentence that begins with the value, or nil when it is allowed.
  public func complaint(about value: Value) -> String? {
    switch (self, value) {
    case (.number(let range), .number(let number)):
      return range.contains(number) ? nil : "is outside \(Self.text(range))"
    case (.whole(let range), .whole(let number)):
      return range.contains(number) ? nil : "is outside \(range.lowerBound) to \(range.upperBound)"
    case (.numbers(let range), .numbers(let numbers)):
      guard let wrong = numbers.first(where: { !range.contains($0) }) else { return nil }
      return "holds \(Value.number(wrong).text), outside \(Self.text(range))"
    case (.choice(let allowed), .choice(let name)):
      return allowed.contains(name) ? nil : "is not one of \(allowed.joined(separator: ", "))"
    case (.flag, .flag), (.date, .date): return nil
    default: return "is not \(expectation)"
    }
  }

  /// What the parameter expects, with its article: `a number`, `true or false`.
  public var expectation: String {
    switch self {
    case .number: "a number"
    case .whole: "a whole number"
    case .flag: "true or false"
    case .choice(let allowed): "one of \(allowed.joined(separator: ", "))"
    case .date: "a date such as 2015-04-01"
    case .numbers: "a list of numbers"
    }
  }

  /// The allowed range as printed, empty where there is none.
  public var rangeText: String {
    switch self {
    case .number(let range), .numbers(let range): Self.text(range)
    case .whole(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .choice(let allowed): allowed.joined(separator: " | ")
    case .flag: "true | false"
    case .date: ""
    }
  }

  /// The range of a kind that holds a single number.
  public var bounds: ClosedRange<Double>? {
    switch self {
    case .number(let range): range
    case .whole(let range): Double(range.lowerBound)...Double(range.upperBound)
    case .flag, .choice, .date, .numbers: nil
    }
  }

  /// Whether the kind holds a single number.
  public var isNumber: Bool {
    switch self {
    case .number, .whole: true
    case .flag, .choice, .date, .numbers: false
    }
  }

  /// The allowed value nearest to a number; nil for a kind that holds no single number.
  public func nearest(_ number: Double) -> Value? {
    switch self {
    case .whole(let range):
      .whole(Int(min(max(number.rounded(), Double(range.lowerBound)), Double(range.upperBound))))
    case .number(let range): .number(min(max(number, range.lowerBound), range.upperBound))
    case .flag, .choice, .date, .numbers: nil
    }
  }

  private static func text(_ range: ClosedRange<Double>) -> String {
    "\(Value.text(of: range.lowerBound)) to \(Value.text(of: range.upperBound))"
  }
}
