public import CRandomStreams

/// A moment of simulated time: whole seconds since the start of the simulation, negative before it.
///
/// Whole seconds make sums exact and ties real: two events at the same second are ordered by priority and then by
/// the order in which they were scheduled, never by a rounding error.
@frozen
public struct SimulatedTime: Sendable, BitwiseCopyable, Hashable, Comparable {
  /// Seconds since the start of the simulation; negative before it.
  public let seconds: Int64

  /// Seconds in a day. Clock changes are not modelled.
  @inlinable
  public static var secondsPerDay: Double { 86_400 }

  /// The start of the simulation.
  @inlinable
  public static var zero: SimulatedTime { SimulatedTime(seconds: 0) }

  /// Later than anything that happens: 146 thousand million years from the start.
  @inlinable
  public static var never: SimulatedTime { SimulatedTime(seconds: Int64.max >> 1) }

  /// The moment so many seconds after the start.
  @inlinable
  public init(seconds: Int64) { self.seconds = seconds }

  /// The moment so many days after the start, to the nearest second (a half away from zero).
  ///
  /// Days beyond `never`, infinity among them, give `never`; the same holds before the start. Not a number is
  /// refused.
  @inlinable
  public init(days: Double) {
    self.init(seconds: Self.wholeSeconds(days: days))
  }

  /// Days since the start of the simulation, with their fraction.
  @inlinable
  public var days: Double { Double(seconds) / Self.secondsPerDay }

  /// The moment so many days later (earlier when negative), to the nearest second, `never` at the latest.
  @inlinable @inline(__always)
  public func adding(days: Double) -> SimulatedTime {
    let limit = Self.never.seconds
    // Two moments near the ends of the range overflow; the sum is then beyond `never`.
    let (sum, overflow) = seconds.addingReportingOverflow(Self.wholeSeconds(days: days))
    return SimulatedTime(seconds: overflow ? limit : min(sum, limit))
  }

  /// Seconds from an earlier moment to this one; negative when that moment is later.
  @inlinable
  public func seconds(since earlier: SimulatedTime) -> Int64 { seconds - earlier.seconds }

  /// Days from an earlier moment to this one; negative when that moment is later.
  @inlinable
  public func days(since earlier: SimulatedTime) -> Double {
    Double(seconds - earlier.seconds) / Self.secondsPerDay
  }

  @inlinable
  public static func < (left: SimulatedTime, right: SimulatedTime) -> Bool { left.seconds < right.seconds }

  /// Days as whole seconds, within `never` on both sides of zero.
  @inlinable @inline(__always)
  static func wholeSeconds(days: Double) -> Int64 {
    let exact = days * secondsPerDay
    // One comparison finds the ordinary numbers, and no choice is made among them: this stands in every event's way.
    guard exact.magnitude < Double(never.seconds) else { return limitedSeconds(exact) }
    return caseload_truncate(exact + Double(signOf: exact, magnitudeOf: 0.5))
  }

  /// A number of seconds that is out of range.
  @usableFromInline
  static func limitedSeconds(_ exact: Double) -> Int64 {
    precondition(!exact.isNaN, "A time in days must be a number.")
    return exact > 0 ? never.seconds : -never.seconds
  }
}

extension SimulatedTime: CustomStringConvertible {
  /// For example `day 12.5`.
  public var description: String { self == .never ? "never" : "day \(days)" }
}
