/// Values laid out once in plain memory: read where they stand, without a count of owners or a copy.
struct PlainTable<Element: Sendable>: ~Copyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    base = .allocate(capacity: max(count, 1))
    base.initialize(from: elements, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  subscript(index: Int) -> Element {
    @inline(__always)
    unsafeAddress {
      assert(index >= 0 && index < count, "There is no such place.")
      return UnsafePointer(base + index)
    }
  }

  /// All values, to be used at once.
  @inline(__always)
  var values: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// Some neighbouring values, to be used at once.
  @inline(__always)
  func values(from first: Int, count: Int) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base + first, count: count)
  }
}
