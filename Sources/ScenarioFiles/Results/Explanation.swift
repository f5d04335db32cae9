import Dates
import Parameters

/// Everything there is to say about one parameter of a scenario.
package struct Explanation: Sendable, Equatable {
  package let path: String
  /// The value that holds, or nil when not set.
  package let value: Value?
  package let unit: Unit
  package let meaning: String
  /// The allowed values as printed; empty where any will do.
  package let range: String
  /// The built-in default, or nil when the parameter is optional and unset by default.
  package let defaultValue: Value?
  package let source: Source
  package let note: String?
  /// Last day of the newest figure behind the value, where the file says so.
  package let known: CivilDate?
  package let uncertain: Uncertainty?
  /// The values that it is drawn together with, and how closely, as printed; nil where it is drawn alone.
  package let jointly: String?
  /// Where the value was set, or nil for the built-in default.
  package let place: Place?
  /// What it overrode, the earliest first.
  package let overrode: [Setting.Overridden]

  /// `default`, `file:line:column`, or `--set path=value`.
  package var from: String { place?.description ?? "default" }
}
