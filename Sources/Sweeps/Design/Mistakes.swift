import Results
import ScenarioFiles

/// Mistakes in what was asked for, gathered to be told all at once.
package struct Mistakes: Error, Sendable, CustomStringConvertible {
  package private(set) var lines: [String] = []
  private var told: Set<String> = []
  /// The exit code of the worst of them.
  package private(set) var exitCode: Int32 = 0

  package var isEmpty: Bool { lines.isEmpty }
  package var description: String { lines.joined(separator: "\n") }

  package init() {}

  /// One mistake.
  init(_ line: String, _ exitCode: Int32) { add(line, exitCode) }

  package mutating func add(_ fault: DesignFault) {
    let help = fault.help.map { "\nhelp: \($0)" } ?? ""
    add("\(fault.argument): error[\(fault.code)]: \(fault.message)\(help)", 64)
  }

  /// A line that was told before is not told again.
  package mutating func add(_ line: String, _ exitCode: Int32) {
    if told.insert(line).inserted { lines.append(line) }
    self.exitCode = max(self.exitCode, exitCode)
  }

  /// What the work gives; nil where it fails, with its mistakes kept.
  @discardableResult
  package mutating func attempt<Made>(_ work: () throws -> Made) rethrows -> Made? {
    do {
      return try work()
    } catch let fault as DesignFault {
      add(fault)
    } catch let failure as ScenarioFailure {
      for finding in failure.findings { add(finding.text, failure.kind.exitCode) }
    } catch let failure as ReadFailure {
      add("error: \(failure)", failure.exitCode)
    }
    return nil
  }

  /// Ends with the mistakes, where there are any.
  package func end() throws(Mistakes) { if !isEmpty { throw self } }
}
