import DiscreteEvents

/// Places of entities that wait in line, first come first served.
struct Queue: ~Copyable {
  private var places: Store<Int32>
  private var served = 0

  init(reserving room: Int) { places = Store(reserving: room) }

  /// The first in the line, or nil when nobody waits.
  var first: Int? { served < places.count ? Int(places[served]) : nil }

  mutating func append(_ place: Int) { places.append(Int32(place)) }

  mutating func removeFirst() {
    served += 1
    if served == places.count { removeAll() }
  }

  mutating func removeAll() {
    places.removeAll()
    served = 0
  }
}

/// Flat storage that grows and is reused: entities are named by their place in it.
///
/// Plain values only, so that nothing is counted or copied on the way in or out.
struct Store<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(reserving room: Int) {
    capacity = max(room, 4)
    base = FlatMemory.allocate(capacity)
  }

  /// `count` copies of an element.
  init(repeating element: Element, count: Int) {
    self.init(reserving: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { FlatMemory.free(base) }

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
    let larger = FlatMemory.allocate(capacity * 2, of: Element.self)
    larger.update(from: base, count: count)
    FlatMemory.free(base)
    base = larger
    capacity *= 2
  }

  /// Asks for an element's memory, up to `lines` cache lines of it, which will soon be wanted. The place may be any.
  @inline(__always)
  func prefetch(_ index: Int, lines: Int = 1) {
    let address = UnsafeRawPointer(base) + index &* MemoryLayout<Element>.stride
    for line in 0..<lines { FlatMemory.prefetch(address + 64 &* line) }
  }
}
