import ScenarioFiles
import ServiceModel
import Statistics

/// One comparison of the program with an answer that comes from outside it.
package struct VerificationCase: Sendable {
  /// Short and unique, such as `Q01`.
  package let id: String
  /// What the case belongs to, such as `queueing`.
  package let group: String
  package let title: String
  /// Where the expected answer comes from.
  package let source: String
  package let notes: String

  /// The scenario that is simulated or read; nil for a calculation or random words.
  package let scenario: CaseScenario?
  /// A second scenario, which meets the same random numbers; nil where there is none.
  package let versus: CaseScenario?
  package let replications: Int
  package let readings: [ExpectedReading]
  package let traces: [ExpectedTrace]
  package let finding: ExpectedFinding?
  package let calculation: ExpectedCalculation?
  package let words: [ExpectedWords]
}

/// The scenario of a case: a file or a text, with single values laid over it.
package struct CaseScenario: Sendable, Equatable {
  package enum Origin: Sendable, Equatable {
    /// A path, absolute or relative to the working directory.
    case file(String)
    /// The text of a scenario, JSON being YAML.
    case text(String)
  }

  package let origin: Origin
  /// `path=value` texts, the strongest last.
  package let sets: [String]

  /// Its parameters, nil where it is wrong, and all that was found.
  package func read() -> (parameters: ServiceParameters?, findings: [Finding]) {
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    do {
      let read =
        switch origin {
        case .file(let path): try reader.read(path, sets: sets)
        case .text(let text): try reader.read(text: text, name: "case", sets: sets)
        }
      return (read.parameters, read.warnings)
    } catch {
      return (nil, error.findings)
    }
  }
}

/// A finding that reading the scenario must give.
package struct ExpectedFinding: Sendable, Equatable {
  package let code: String
  package let severity: String
  /// Texts that its message holds.
  package let contains: [String]
}

/// Moments at which something happens to some children, in one replication that leaves nothing to chance.
package struct ExpectedTrace: Sendable, Equatable {
  package let name: String
  /// How the sentence about it begins, as `caseload trace` prints it.
  package let sentenceBegins: String
  /// Numbers of the children, and for each the day of the first such sentence.
  package let children: [Int]
  package let days: [Double]
  /// Largest difference allowed, days.
  package let tolerance: Double
}

/// A closed form with the answers that it must give.
package struct ExpectedCalculation: Sendable {
  package let name: String
  package let inputs: [String: CalculationValue]
  package let answers: [String: CalculationValue]
  /// Largest difference allowed, relative to the answer, or absolute: the larger of the two counts.
  package let relativeTolerance: Double
  package let absoluteTolerance: Double
}

/// Words that the generator must give at the beginning of a stream.
package struct ExpectedWords: Sendable, Equatable {
  package let name: String
  package let seed, replication, entity: UInt64
  package let purpose, occurrence: UInt32
  package let words: [UInt64]
}

extension CaseReading {
  /// The cases of a group, or those with some ids; all of them where neither is named.
  package static func choose(
    _ cases: [VerificationCase], group: String?, ids: [String]?
  ) throws(VerificationError) -> [VerificationCase] {
    let groups = Set(cases.map(\.group)).sorted()
    if let group, !groups.contains(group) {
      throw VerificationError(
        "", "There is no group '\(group)'; there are \(groups.joined(separator: ", ")).")
    }
    let chosen = cases.filter { group == nil || $0.group == group }
    guard let ids else { return chosen }
    guard !ids.isEmpty else { throw VerificationError("", "No case is named.") }
    if let id = ids.first(where: { id in !chosen.contains { $0.id == id } }) {
      let known = chosen.map(\.id).joined(separator: ", ")
      throw VerificationError("", "There is no case '\(id)'; there are \(known).")
    }
    return chosen.filter { ids.contains($0.id) }
  }
}
