public import Parameters

/// What one parameter came to be, and why.
public struct Setting: Sendable, Equatable {
  /// A value that was set and then replaced by something with precedence.
  public struct Overridden: Sendable, Equatable {
    /// Where it was set.
    public let place: Place
    /// The value set there, or nil when only its source, note or uncertainty was.
    public let value: Value?
  }

  public let path: String
  /// The value that holds, or nil for an optional parameter that is not set.
  public let value: Value?
  public let unit: Unit
  /// Where the value comes from: what the file says, or the parameter's own source for a default.
  public let source: Source
  public let note: String?
  /// How the value may differ from replication to replication, or nil when it does not.
  public let uncertain: Uncertainty?
  /// Where the value was set, or nil for the built-in default.
  public let place: Place?
  /// What it overrode, the earliest first; the built-in default is not listed.
  public let overrode: [Overridden]

  /// Whether nobody set the value.
  public var isDefault: Bool { place == nil }
}
