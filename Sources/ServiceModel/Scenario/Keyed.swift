import Parameters

/// A closed list of names that can appear in a parameter's path: an enumeration of at most `Flat.room` cases.
public protocol ParameterKey: CaseIterable, BitwiseCopyable, Hashable, RawRepresentable<UInt8>, Sendable {
  /// The name in result files, in snake case.
  var label: String { get }
  /// The name as a person says it.
  var spoken: String { get }
}

extension ParameterKey {
  /// The name in a scenario file, in camel case.
  public var name: String { "\(self)" }
  /// The name as spoken: `child in need`.
  public var spoken: String { String(label.map { $0 == "_" ? " " : $0 }) }
  /// Position, from 0.
  @inline(__always)
  public var index: Int { Int(rawValue) }

  /// The choices of a parameter that names one of the list, or nobody.
  static var orNobody: [(name: String, value: Self?)] {
    [("nobody", nil)] + allCases.map { ($0.name, $0) }
  }

  /// The key at that place of the list; unlike `allCases`, makes no list.
  @inline(__always)
  static func at(_ index: Int) -> Self {
    guard let key = Self(rawValue: UInt8(truncatingIfNeeded: index)) else {
      preconditionFailure("There is no key at place \(index).")
    }
    return key
  }

  /// `childInNeed` as `child_in_need`; digits start a new word too, as in `age_10_to_15`.
  public var label: String {
    var words = ""
    var previousWasDigit = false
    for character in name {
      let isDigit = character.isNumber
      if character.isUppercase || (isDigit && !previousWasDigit && !words.isEmpty)
        || (!isDigit && previousWasDigit && character.isLetter)
      {
        words.append("_")
      }
      words.append(contentsOf: character.lowercased())
      previousWasDigit = isDigit
    }
    return words
  }
}

/// One value for each key: a group of parameters that differ only in whom they are about.
public struct Keyed<Key: ParameterKey, Element: Sendable>: Sendable {
  /// In the keys' order.
  public private(set) var elements: [Element]

  public init(repeating element: Element) {
    elements = Array(repeating: element, count: Key.allCases.count)
  }

  init(_ element: (Key) -> Element) { elements = Key.allCases.map(element) }

  public subscript(key: Key) -> Element {
    get { elements[key.index] }
    set { elements[key.index] = newValue }
  }
}

extension Keyed where Element == Double {
  /// One number parameter for each key, named as the key; `meaning` ends with the key's name.
  static func table(
    _ unit: Unit, _ range: ClosedRange<Double>, _ source: Source, _ meaning: String
  ) -> [Parameter<Keyed>] {
    Key.allCases.map { key in
      Parameter(key.name, \.[key], unit, range, source, "\(meaning): \(key.spoken).")
    }
  }

  /// The sum over keys.
  var sum: Double { elements.reduce(0, +) }
}

extension Keyed where Element == Int {
  /// One whole-number parameter for each key.
  static func table(
    _ unit: Unit, _ range: ClosedRange<Int>, _ source: Source, _ meaning: String
  ) -> [Parameter<Keyed>] {
    Key.allCases.map { key in
      Parameter(key.name, \.[key], unit, range, source, "\(meaning): \(key.spoken).")
    }
  }
}

extension Keyed where Element: ParameterGroup {
  /// Every parameter of every key's group.
  static func table(about subject: (Key) -> String = { $0.spoken }) -> [Parameter<Keyed>] {
    Key.allCases.flatMap { key in
      Element.table.lifted(to: \Keyed.[key], under: key.name, about: subject(key))
    }
  }
}
