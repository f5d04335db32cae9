import ArgumentParser
import Evidence
import Experiments
import National
import Results
import ScenarioFiles
import Sweeps
import Verification

/// What ends the command before its end: what is said of it, and the exit code (sysexits).
protocol CommandFailure: Error {
  var words: String { get }
  var exitCode: Int32 { get }
}

extension CommandFailure where Self: CustomStringConvertible {
  var words: String { "error: \(self)" }
}

extension OutputFailure: CommandFailure {}
extension ReadFailure: CommandFailure {}
extension CaseFiles.Failure: CommandFailure {}
extension StoreFailure: CommandFailure {}
extension SweepFolder.Failure: CommandFailure {}
extension NationalFailure: CommandFailure { var words: String { description } }
extension EvidenceFailure: CommandFailure { var words: String { description } }
extension Mistakes: CommandFailure { var words: String { description } }
extension ScenarioFailure: CommandFailure {
  var words: String { findings.text }
  var exitCode: Int32 { kind.exitCode }
}

/// An end that a verb comes to by itself.
struct Ending: CommandFailure {
  let words: String
  let exitCode: Int32

  init(_ words: String, _ exitCode: Int32) {
    self.words = words
    self.exitCode = exitCode
  }

  /// The end for a mistake of ours.
  static func ours(_ words: String) -> Ending { Ending("\(words) This is an error in caseload itself.", 70) }
}

extension OutputFault {
  /// As wrong usage.
  var usage: ValidationError {
    switch self {
    case .twice(let name): return ValidationError("The output \(name) was given twice.")
    case .unknownSpan(let name, let word, let years):
      let range = "\(years.first ?? "") to \(years.last ?? "")"
      return ValidationError(
        "\(name): there is no '\(word)'; write @average or a financial year of the run, \(range).")
    case .unknown(let name, let known):
      let near = Suggestion.nearest(to: name, among: known)
      let more = known.count > 60 ? " and \(known.count - 60) more" : ""
      let list = known.prefix(60).joined(separator: " ") + more
      return ValidationError(
        "There is no output '\(name)'"
          + (near.map { "; did you mean '\($0)'?" } ?? "; there are: \(list)"))
    }
  }
}
