/// What an interval for a difference says, against the smallest difference that would matter.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// The whole interval lies above zero, and not all of it within the indifference zone.
  case higher
  /// The whole interval lies below zero, and not all of it within the indifference zone.
  case lower
  /// The whole interval lies within the indifference zone.
  case equivalent
  /// The interval allows for more than one answer: more replications are needed.
  case unresolved

  /// Judges an interval for a difference; `indifference` is a size of difference, zero or more, too small to matter.
  public init(_ interval: Interval, indifference: Double = 0) {
    precondition(indifference >= 0, "An indifference zone cannot be negative.")
    if interval.lower >= -indifference && interval.upper <= indifference {
      self = .equivalent
    } else if interval.lower > 0 {
      self = .higher
    } else if interval.upper < 0 {
      self = .lower
    } else {
      self = .unresolved
    }
  }
}
