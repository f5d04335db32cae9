import Dates
import Parameters

/// What a file of a fit says: which values may move, and which published figures they are to meet.
package struct FitFile: Sendable {
  /// A value that may move.
  package struct Free: Sendable {
    package let path: String
    /// The most credible value before the figures were looked at; not what the scenario says now, so that fitting
    /// again does not feed on an earlier fit.
    package let start: Double
    /// The ends of the range that held the value with 95% credibility before the figures were looked at; it never
    /// leaves the range.
    package let low, high: Double
    package let place: Place
  }

  /// A published figure that the simulation is compared with.
  package struct Target: Sendable {
    package let measure, breakdown: String
    package let dates: [CivilDate]
    /// False where the figure is kept back, to be met without being fitted to.
    package let isFitted: Bool
    /// Relative standard deviation of what the model leaves out, beyond chance; nil where the file does not say.
    package let tolerance: Double?
    package let place: Place
  }

  package let title: String
  /// The file of published figures, as a path from the working directory.
  package let observed: String
  /// The last day that is simulated; nil for the scenario's own.
  package let until: CivilDate?
  /// Replications of each trial, and of the check at the end.
  package let replications, checkReplications: Int
  /// At most this many steps, or this many ensembles.
  package let iterations: Int
  /// Members of an ensemble.
  package let members: Int
  package let observation: ObservationModel
  package let free: [Free]
  package let targets: [Target]
  let document: Document

  /// An error at a place in the file.
  package func error(_ code: String, at place: Place, _ message: String, help: String? = nil) -> Finding {
    document.error(code, place, message, help: help)
  }

  /// Reads the file; the paths are those of `Root`.
  package static func read<Root: ParameterSet>(
    _ path: String, parameters: Root.Type
  ) throws(ScenarioFailure) -> FitFile {
    var reading = FitReading<Root>(try Document(path: path))
    return try reading.read()
  }

  /// The same for a text that is already there.
  package static func read<Root: ParameterSet>(
    text: String, name: String, parameters: Root.Type
  ) throws(ScenarioFailure) -> FitFile {
    var reading = FitReading<Root>(try Document(text: text, name: name))
    return try reading.read()
  }
}
