/// One value for each key, in line: state that differs only in whom it is about.
///
/// Where `Keyed` keeps its values on the heap, as a scenario does, `Flat` keeps them where it stands: reading one is
/// a read of memory, and setting all of them anew is one assignment. Every list has the same room, so that a key can
/// be added to a list without counting anywhere; a list that outgrows the room is found by a test.
///
/// For small elements: to read one that holds a list of its own, all of it is copied. `PlainTable` reads it in place.
struct Flat<Key: ParameterKey, Element> {
  private typealias Values = InlineArray<32, Element>

  /// The most keys that a list may have.
  static var room: Int { Values.count }

  private var values: Values

  init(repeating value: Element) {
    precondition(Key.allCases.count <= Self.room, "A list of keys is longer than a flat value has room for.")
    values = Values(repeating: value)
  }

  init(_ element: (Key) -> Element) {
    self.init(repeating: element(Key.at(0)))
    for key in Key.allCases { self[key] = element(key) }
  }

  subscript(key: Key) -> Element {
    @inline(__always) get { values[key.index] }
    @inline(__always) _modify { yield &values[key.index] }
  }
}

extension Flat: BitwiseCopyable where Element: BitwiseCopyable {}
extension Flat: Sendable where Element: Sendable {}

extension Flat where Element: AdditiveArithmetic {
  /// Nothing for any key.
  init() { self.init(repeating: .zero) }

  /// The sum over keys, in their order.
  var sum: Element {
    var sum = Element.zero
    for key in Key.allCases { sum += self[key] }
    return sum
  }
}
