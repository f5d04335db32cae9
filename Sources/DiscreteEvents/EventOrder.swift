/// Where an event stands in the order of happening, as one number: its second above, then priority and sequence.
///
/// One number of 128 bits is compared by a subtraction with a borrow, without a branch.
@frozen
@usableFromInline
struct EventOrder: Sendable, BitwiseCopyable {
  /// Shifted seconds, and below them the order word.
  @usableFromInline let bits: UInt128

  @inlinable @inline(__always)
  init(bits: UInt128) { self.bits = bits }

  @inlinable @inline(__always)
  init(seconds: Int64, orderWord: UInt64) {
    self.init(bits: UInt128(Self.shift(seconds)) << 64 | UInt128(orderWord))
  }

  /// Seconds with the sign bit turned over: unsigned comparison orders them, negative ones too.
  @inlinable @inline(__always)
  static func shift(_ seconds: Int64) -> UInt64 { UInt64(bitPattern: seconds) ^ (1 << 63) }

  @inlinable @inline(__always)
  var shiftedSeconds: UInt64 { UInt64(truncatingIfNeeded: bits >> 64) }

  @inlinable @inline(__always)
  var seconds: Int64 { Int64(bitPattern: shiftedSeconds ^ (1 << 63)) }

  @inlinable @inline(__always)
  var orderWord: UInt64 { UInt64(truncatingIfNeeded: bits) }

  /// After every event: what stands in the empty places of a heap, so that no place needs a bounds check.
  @inlinable
  static var last: EventOrder { EventOrder(bits: .max) }

  /// Whether this happens before that.
  @inlinable @inline(__always)
  func precedes(_ other: EventOrder) -> Bool { bits < other.bits }

  /// 1 when this happens before that, 0 when not.
  @inlinable @inline(__always)
  func before(_ other: EventOrder) -> Int { bits < other.bits ? 1 : 0 }
}
