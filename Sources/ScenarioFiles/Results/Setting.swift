import Dates
import Parameters

/// What one parameter came to be, and why.
package struct Setting: Sendable, Equatable {
  /// A value that was set and then replaced by something with precedence.
  package struct Overridden: Sendable, Equatable {
    /// Where it was set.
    package let place: Place
    /// The value set there, or nil when only its source, note or uncertainty was.
    package let value: Value?
  }

  package let path: String
  /// The value that holds, or nil for an optional parameter that is not set.
  package let value: Value?
  package let unit: Unit
  /// Where the value comes from: what the file says, or the parameter's own source for a default.
  package let source: Source
  package let note: String?
  /// Last day of the newest figure behind the value, where the file says so.
  package let known: CivilDate?
  /// How the value may differ from replication to replication, or nil when it does not.
  package let uncertain: Uncertainty?
  /// Where the value was set, or nil for the built-in default.
  package let place: Place?
  /// Where the value itself was given, or nil for the built-in default; something may be said of it elsewhere.
  package let valuePlace: Place?
  /// What it overrode, the earliest first; the built-in default is not listed.
  package let overrode: [Overridden]

  /// Whether nobody set the value.
  package var isDefault: Bool { place == nil }
}
