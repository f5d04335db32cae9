/// The scale on which a quantity's forecasts are spread evenly: logarithms of what is counted, logits of shares.
public enum ForecastScale: String, Sendable, CaseIterable {
  /// Of numbers above 0.
  case log
  /// Of shares; one below 0.005 or above 0.95 counts as that, so that a share of nothing has a logit.
  case logit

  /// The place of a value on the scale; not a number where it has none.
  public func place(of value: Double) -> Double {
    switch self {
    case .log: return value > 0 ? logarithm(value) : .nan
    case .logit:
      guard value.isFinite else { return .nan }
      let share = min(max(value, 0.005), 0.95)
      return logarithm(share / (1 - share))
    }
  }

  /// The value at a place of the scale.
  public func value(at place: Double) -> Double {
    switch self {
    case .log: exponential(place)
    case .logit: 1 / (1 + exponential(-place))
    }
  }
}
