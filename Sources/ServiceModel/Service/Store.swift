/// Flat storage that grows and is reused: entities are named by their place in it.
///
/// Plain values only, so that nothing is counted or copied on the way in or out.
struct Store<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(reserving room: Int) {
    capacity = max(room, 4)
    base = .allocate(capacity: capacity)
  }

  /// `count` copies of an element.
  init(repeating element: Element, count: Int) {
    self.init(reserving: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { base.deallocate() }

  /// The element at that place, reached where it stands: nothing is copied to read or change one part of it.
  subscript(index: Int) -> Element {
    @inline(__always)
    unsafeAddress {
      assert(index >= 0 && index < count, "There is no such place.")
      return UnsafePointer(base + index)
    }
    @inline(__always)
    unsafeMutableAddress {
      assert(index >= 0 && index < count, "There is no such place.")
      return base + index
    }
  }

  /// Adds an element and returns its place.
  @discardableResult
  mutating func append(_ element: Element) -> Int {
    if count == capacity { grow() }
    base[count] = element
    count += 1
    return count - 1
  }

  /// Takes the last element away.
  mutating func removeLast() { count -= 1 }

  /// Empties the store and keeps its memory.
  mutating func removeAll() { count = 0 }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
