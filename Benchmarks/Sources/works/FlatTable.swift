/// A fixed number of plain values in memory of their own: no reference count and no copy-on-write to look after.
struct FlatTable<Element: BitwiseCopyable>: ~Copyable {
  private let values: UnsafeMutableBufferPointer<Element>

  init(repeating value: Element, count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: value)
  }

  deinit { values.deallocate() }

  var count: Int { values.count }

  /// Reads and writes one value. The index is checked in debug builds.
  subscript(index: Int) -> Element {
    get { values[index] }
    nonmutating _modify { yield &values[index] }
  }
}
