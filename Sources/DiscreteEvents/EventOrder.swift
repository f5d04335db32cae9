/// Where an event stands in the order of happening: its second, then priority and sequence in one word.
@frozen
@usableFromInline
struct EventOrder: Sendable, BitwiseCopyable {
  @usableFromInline let seconds: Int64
  @usableFromInline let orderWord: UInt64

  @inlinable
  init(seconds: Int64, orderWord: UInt64) {
    self.seconds = seconds
    self.orderWord = orderWord
  }

  /// After every event: what stands in the empty places of a heap, so that no place needs a bounds check.
  @inlinable
  static var last: EventOrder { EventOrder(seconds: .max, orderWord: .max) }

  /// Whether this happens before that, without a branch.
  @inlinable @inline(__always)
  func precedes(_ other: EventOrder) -> Bool {
    let borrow: UInt64 = orderWord < other.orderWord ? 1 : 0
    let (difference, first) = seconds.subtractingReportingOverflow(other.seconds)
    let (rest, second) = difference.subtractingReportingOverflow(Int64(truncatingIfNeeded: borrow))
    return (rest < 0) != (first != second)
  }
}
