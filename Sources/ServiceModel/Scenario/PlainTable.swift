import DiscreteEvents

/// One value for each key, laid out once in plain memory: read where it stands, without a count of owners or a copy.
///
/// Tables of two keys are tables of tables: `table[stage][band]`.
struct PlainTable<Key: ParameterKey, Element: ~Copyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  private let count: Int

  init(_ element: (Key) -> Element) {
    let keys = Array(Key.allCases)
    count = keys.count
    base = .allocate(capacity: count)
    for key in keys { (base + key.index).initialize(to: element(key)) }
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  subscript(key: Key) -> Element {
    @inline(__always) unsafeAddress { UnsafePointer(base + key.index) }
    @inline(__always) unsafeMutableAddress { base + key.index }
  }
}

extension PlainTable: @unchecked Sendable where Element: Sendable, Element: ~Copyable {}

/// Some values in a row, laid out once in plain memory.
struct PlainList<Element: BitwiseCopyable>: ~Copyable {
  /// To be used at once: they live as long as the list.
  let values: UnsafeBufferPointer<Element>

  init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    values = UnsafeBufferPointer(memory)
  }

  deinit { values.deallocate() }
}

extension PlainList: @unchecked Sendable where Element: Sendable {}

/// Shares to choose by, one for each key.
struct Shares<Key: ParameterKey>: ~Copyable, Sendable {
  /// The shares' running sums.
  let sums: PlainList<Double>

  init(_ weights: [Double]) { sums = PlainList(cumulative(weights)) }

  /// One of the keys, drawn by one uniform number.
  @inline(__always)
  func pick(_ stream: RandomStream) -> Key { Key.at(stream.choose(cumulative: sums.values)) }
}

/// Running sums of weights.
func cumulative(_ weights: [Double]) -> [Double] {
  var sum = 0.0
  return weights.map { weight in
    sum += weight
    return sum
  }
}
