/// First in, first out: a ring that doubles when it is full.
struct Ring<Element: BitwiseCopyable>: ~Copyable {
  private var slots: FlatTable<Element>
  private var head = 0
  private(set) var count = 0

  /// A ring whose free slots hold `filler`.
  init(filledWith filler: Element) { slots = FlatTable(repeating: filler, count: 1024) }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ element: Element) {
    if count == slots.count {
      let wider = FlatTable(repeating: element, count: 2 * count)
      for place in 0..<count { wider[place] = slots[(head &+ place) & (count &- 1)] }
      slots = wider
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
