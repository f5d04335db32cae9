/// The age bands in which the Department for Education publishes children looked after.
public enum AgeBand: UInt8, ParameterKey {
  case under1, age1to4, age5to9, age10to15, age16plus

  /// First and last birthday of the band, years.
  public var years: Range<Double> {
    switch self {
    case .under1: 0..<1
    case .age1to4: 1..<5
    case .age5to9: 5..<10
    case .age10to15: 10..<16
    case .age16plus: 16..<18
    }
  }

  /// As a person says it: `under 1`, `1-4`, `5-9`, `10-15`, `16-17`.
  public var published: String {
    switch self {
    case .under1: "under 1"
    case .age1to4: "1-4"
    case .age5to9: "5-9"
    case .age10to15: "10-15"
    case .age16plus: "16-17"
    }
  }

  public var spoken: String { published }

  /// As result files write it: `under-1`, `1-4` and so on.
  var breakdown: String { self == .under1 ? "under-1" : published }

  /// Age in days at which nobody is a child any longer, to within a birthday's day.
  static let adulthood = 18 * 365.25

  /// The band of an age in years.
  @inlinable public init(years: Double) { self.init(days: years * 365.25) }

  /// The band of an age in days; a year has 365.25.
  @inlinable @inline(__always)
  init(days: Double) {
    self =
      days < 365.25
      ? .under1
      : days < 5 * 365.25
        ? .age1to4 : days < 10 * 365.25 ? .age5to9 : days < 16 * 365.25 ? .age10to15 : .age16plus
  }
}
