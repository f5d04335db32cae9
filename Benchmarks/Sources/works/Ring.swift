/// First in, first out: a ring that doubles when it is full.
struct Ring<Element: BitwiseCopyable> {
  private var slots: [Element]
  private var head = 0
  private(set) var count = 0

  /// A ring whose free slots hold `filler`.
  init(filledWith filler: Element) { slots = Array(repeating: filler, count: 1024) }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ element: Element) {
    if count == slots.count {
      slots = Array(slots[head...] + slots[..<head]) + slots
      head = 0
    }
    slots[(head &+ count) & (slots.count &- 1)] = element
    count &+= 1
  }

  mutating func removeFirst() -> Element {
    let element = slots[head]
    head = (head &+ 1) & (slots.count &- 1)
    count &-= 1
    return element
  }
}
