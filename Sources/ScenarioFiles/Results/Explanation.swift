public import Parameters

/// Everything there is to say about one parameter of a scenario.
public struct Explanation: Sendable, Equatable {
  public let path: String
  /// The value that holds, or nil when not set.
  public let value: Value?
  public let unit: Unit
  public let meaning: String
  /// The allowed values as printed; empty where any will do.
  public let range: String
  /// The built-in default, or nil when the parameter is optional and unset by default.
  public let defaultValue: Value?
  public let source: Source
  public let note: String?
  public let uncertain: Uncertainty?
  /// Where the value was set, or nil for the built-in default.
  public let place: Place?
  /// What it overrode, the earliest first.
  public let overrode: [Setting.Overridden]

  /// `default`, `file:line:column`, or `--set path=value`.
  public var from: String { place?.description ?? "default" }
}
