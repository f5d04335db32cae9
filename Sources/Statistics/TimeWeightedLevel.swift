/// A level that holds between changes, such as a number in a system, with the area under it.
///
/// Time may have any unit; the integral is level multiplied by that unit, and the average has the unit of the level.
@frozen
public struct TimeWeightedLevel: Sendable, Hashable, BitwiseCopyable {
  @usableFromInline var current: Double
  @usableFromInline var start: Double
  @usableFromInline var last: Double
  @usableFromInline var area: Double

  /// The level now.
  @inlinable public var level: Double { current }

  /// Begins to observe at that time, at that level.
  @inlinable
  public init(level: Double = 0, at time: Double = 0) {
    current = level
    start = time
    last = time
    area = 0
  }

  /// From that time on the level is the given one. Times must not run backwards.
  @inlinable
  public mutating func set(_ level: Double, at time: Double) {
    precondition(time >= last, "A time-weighted level cannot be set before its last change.")
    area += current * (time - last)
    last = time
    current = level
  }

  /// Raises the level (or lowers it, with a negative change) from that time on.
  @inlinable
  public mutating func change(by change: Double, at time: Double) {
    set(current + change, at: time)
  }

  /// Area under the level from the start of observation to that time, which must not precede the last change.
  @inlinable
  public func integral(to time: Double) -> Double {
    precondition(time >= last, "A time-weighted level cannot be read before its last change.")
    return area + current * (time - last)
  }

  /// Mean level over the observation up to that time; the level itself when no time has passed.
  @inlinable
  public func average(to time: Double) -> Double {
    let total = integral(to: time)
    return time > start ? total / (time - start) : current
  }

  /// Forgets the past and observes afresh from that time, keeping the level: the end of a warm-up.
  @inlinable
  public mutating func reset(at time: Double) {
    precondition(time >= last, "A time-weighted level cannot be reset before its last change.")
    start = time
    last = time
    area = 0
  }
}
