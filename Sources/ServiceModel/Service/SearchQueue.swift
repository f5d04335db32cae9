/// Posts whose search waits for a free place in recruitment, first come first served. Posts of practice managers can be
/// brought forward, one at a time.
struct SearchQueue: ~Copyable {
  private var managers = Store<SearchWait>(reserving: 32)
  private var others = Store<SearchWait>(reserving: 256)
  private var managersServed = 0
  private var othersServed = 0
  private var joined: Int64 = 0

  /// The first in the line, or nil when nobody waits.
  var first: Int? {
    switch (firstManager, firstOther) {
    case (nil, nil): nil
    case (let manager?, nil): Int(manager.post)
    case (nil, let other?): Int(other.post)
    case (let manager?, let other?): Int(manager.order < other.order ? manager.post : other.post)
    }
  }

  mutating func append(_ post: Int, isManager: Bool) {
    joined += 1
    let wait = SearchWait(post: Int32(post), order: joined)
    if isManager { managers.append(wait) } else { others.append(wait) }
  }

  mutating func removeFirst() {
    if let manager = firstManager, firstOther.map({ manager.order < $0.order }) ?? true {
      managersServed += 1
      if managersServed == managers.count {
        managers.removeAll()
        managersServed = 0
      }
    } else if firstOther != nil {
      othersServed += 1
      if othersServed == others.count {
        others.removeAll()
        othersServed = 0
      }
    }
  }

  /// Lets the first search for a practice manager go before all others, which keep their order.
  mutating func bringManagerForward() {
    guard firstManager != nil, let other = firstOther else { return }
    managers[managersServed].order = min(managers[managersServed].order, other.order - 1)
  }

  mutating func removeAll() {
    managers.removeAll()
    others.removeAll()
    (managersServed, othersServed, joined) = (0, 0, 0)
  }

  private var firstManager: SearchWait? {
    managersServed < managers.count ? managers[managersServed] : nil
  }

  private var firstOther: SearchWait? { othersServed < others.count ? others[othersServed] : nil }
}

/// A search in line, and its place among all that ever were.
struct SearchWait: BitwiseCopyable {
  let post: Int32
  var order: Int64
}
