public import Statistics

/// One comparison of the program with an answer that comes from outside it.
public struct VerificationCase: Sendable {
  /// Short and unique, such as `Q01`.
  public let id: String
  /// What the case belongs to, such as `queueing`.
  public let group: String
  public let title: String
  /// Where the expected answer comes from.
  public let source: String
  public let notes: String

  /// The scenario that is simulated or read; nil for a calculation or random words.
  public let scenario: CaseScenario?
  public let replications: Int
  public let readings: [ExpectedReading]
  public let traces: [ExpectedTrace]
  public let finding: ExpectedFinding?
  public let calculation: ExpectedCalculation?
  public let words: [ExpectedWords]
}

/// The scenario of a case: a file or a text, with single values laid over it.
public struct CaseScenario: Sendable, Equatable {
  public enum Origin: Sendable, Equatable {
    /// A path, absolute or relative to the working directory.
    case file(String)
    /// The text of a scenario, JSON being YAML.
    case text(String)
  }

  public let origin: Origin
  /// `path=value` texts, the strongest last.
  public let sets: [String]
}

/// What came of reading a scenario.
public struct CaseFinding: Sendable, Equatable {
  public let code: String
  /// `error` or `warning`.
  public let severity: String
  public let message: String

  public init(code: String, severity: String, message: String) {
    self.code = code
    self.severity = severity
    self.message = message
  }
}

/// A finding that reading the scenario must give.
public struct ExpectedFinding: Sendable, Equatable {
  public let code: String
  public let severity: String
  /// Texts that its message holds.
  public let contains: [String]
}

/// Moments at which something happens to some children, in one replication that leaves nothing to chance.
public struct ExpectedTrace: Sendable, Equatable {
  public let name: String
  /// How the sentence about it begins, as `caseload trace` prints it.
  public let sentenceBegins: String
  /// Numbers of the children, and for each the day of the first such sentence.
  public let children: [Int]
  public let days: [Double]
  /// Largest difference allowed, days.
  public let tolerance: Double
}

/// A closed form with the answers that it must give.
public struct ExpectedCalculation: Sendable {
  public let name: String
  public let inputs: [String: CalculationValue]
  public let answers: [String: CalculationValue]
  /// Largest difference allowed, relative to the answer, or absolute: the larger of the two counts.
  public let relativeTolerance: Double
  public let absoluteTolerance: Double
}

/// Words that the generator must give at the beginning of a stream.
public struct ExpectedWords: Sendable, Equatable {
  public let name: String
  public let seed, replication, entity: UInt64
  public let purpose, occurrence: UInt32
  public let words: [UInt64]
}
