/// Where along a line of values a share of trials crosses a wanted share, as far as the trials can tell.
///
/// A value is told apart from the turn when the interval of its share leaves the wanted one out. The turn lies between
/// the nearest values on either side that are told apart.
public struct TurningRange: Sendable, Equatable {
  /// The nearest value told apart on the side where the share is below the wanted one, and on the other side; nil where
  /// no value tried there is told apart.
  public let below, above: Double?

  /// - Parameters:
  ///   - trials: values that were tried, each with how often the condition held.
  ///   - rises: whether the share rises with the value.
  public init(_ trials: [(value: Double, share: Proportion)], share wanted: Double, rises: Bool) {
    let sorted = trials.sorted { $0.value < $1.value }
    let under = sorted.filter { $0.share.wilson().upper < wanted }.map(\.value)
    let over = sorted.filter { $0.share.wilson().lower > wanted }.map(\.value)
    below = rises ? under.max() : under.min()
    above = rises ? over.min() : over.max()
  }

  /// The lower and upper end among values, nil where that side is open.
  public func ends(rises: Bool) -> (lower: Double?, upper: Double?) {
    rises ? (below, above) : (above, below)
  }
}
