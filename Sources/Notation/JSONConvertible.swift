/// A value that JSON has a place for.
package protocol JSONConvertible: SendableMetatype {
  var json: JSONValue { get }
  /// Nil when the JSON is not of its kind.
  init?(json: JSONValue)
}

extension String: JSONConvertible {
  package var json: JSONValue { .string(self) }
  package init?(json: JSONValue) {
    guard case .string(let text) = json else { return nil }
    self = text
  }
}

extension Bool: JSONConvertible {
  package var json: JSONValue { .bool(self) }
  package init?(json: JSONValue) {
    guard case .bool(let flag) = json else { return nil }
    self = flag
  }
}

extension Int: JSONConvertible {
  package var json: JSONValue { .integer(self) }
  package init?(json: JSONValue) {
    guard case .integer(let whole) = json else { return nil }
    self = whole
  }
}

/// A string where a reader might lose digits.
extension UInt64: JSONConvertible {
  package var json: JSONValue {
    self <= UInt64(JSONValue.largestExactInteger) ? .integer(Int(self)) : .string(String(self))
  }
  package init?(json: JSONValue) {
    switch json {
    case .integer(let whole): self.init(exactly: whole)
    case .string(let text): self.init(text)
    default: return nil
    }
  }
}

extension Double: JSONConvertible {
  package var json: JSONValue { .number(self) }
  package init?(json: JSONValue) {
    switch json {
    case .integer(let whole): self.init(whole)
    case .number(let number): self = number
    default: return nil
    }
  }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  package var json: JSONValue { .array(map(\.json)) }
  package init?(json: JSONValue) {
    guard case .array(let values) = json else { return nil }
    self = values.compactMap { Element(json: $0) }
  }
}
