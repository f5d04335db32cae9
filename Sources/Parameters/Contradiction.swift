/// Something wrong with values that are each allowed but do not go together.
public struct Contradiction: Sendable, Equatable {
  /// An error stops a run; a warning travels with its results.
  public enum Severity: String, Sendable { case error, warning }

  public let severity: Severity
  /// Paths of the values involved, the one most worth changing first.
  public let paths: [String]
  /// Short machine-readable name, for example `sum-not-one`.
  public let code: String
  /// A sentence with the numbers in it.
  public let message: String
  /// What to do about it, or nil.
  public let help: String?

  public init(_ severity: Severity, _ paths: [String], code: String, _ message: String, help: String? = nil) {
    (self.severity, self.paths, self.code, self.message) = (severity, paths, code, message)
    self.help = help
  }
}

/// The whole of a model's parameters: the structure that a scenario file fills.
public protocol ParameterSet: ParameterGroup {
  /// Every value that does not go with the others, all in one pass.
  func contradictions() -> [Contradiction]

  /// Whether the value of that path may differ from replication to replication. A choice of how the run itself is
  /// made may not.
  static func mayBeUncertain(_ path: String) -> Bool

  /// What a variation of a scenario keeps of it, where the values that are varied would move it: paths and values.
  ///
  /// - Parameter original: the scenario that this one varies.
  func kept(of original: Self) -> [(path: String, value: Value)]
}

extension ParameterSet {
  public static func mayBeUncertain(_ path: String) -> Bool { true }

  public func kept(of original: Self) -> [(path: String, value: Value)] { [] }
}
