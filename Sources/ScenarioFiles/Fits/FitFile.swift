public import Dates
public import Parameters

/// What a file of a fit says: which values may move, and which published figures they are to meet.
public struct FitFile: Sendable {
  /// A value that may move.
  public struct Free: Sendable {
    public let path: String
    /// The most credible value before the figures were looked at; not what the scenario says now, so that fitting
    /// again does not feed on an earlier fit.
    public let start: Double
    /// The ends of the range that held the value with 95% credibility before the figures were looked at; it never
    /// leaves the range.
    public let low, high: Double
    public let place: Place
  }

  /// A published figure that the simulation is compared with.
  public struct Target: Sendable {
    public let measure, breakdown: String
    public let dates: [CivilDate]
    /// False where the figure is kept back, to be met without being fitted to.
    public let isFitted: Bool
    /// Relative standard deviation of what the model leaves out, beyond chance.
    public let tolerance: Double
    public let place: Place
  }

  public let title: String
  /// The file of published figures, as a path from the working directory.
  public let observed: String
  /// The last day that is simulated; nil for the scenario's own.
  public let until: CivilDate?
  /// Replications of each trial, and of the check at the end.
  public let replications, checkReplications: Int
  /// At most this many steps.
  public let iterations: Int
  public let free: [Free]
  public let targets: [Target]
  let source: SourceText

  /// An error at a place in the file.
  public func error(_ code: String, at place: Place, _ message: String, help: String? = nil) -> Finding {
    source.error(code, place, message, help: help)
  }

  /// Reads the file; the paths are those of `Root`.
  public static func read<Root: ParameterSet>(
    _ path: String, parameters: Root.Type
  ) throws(ScenarioFailure) -> FitFile {
    let file: ScenarioFile
    do {
      file = try FileLoader.load(path)
    } catch {
      let place = Place(file: path, line: error.position?.line ?? 1, column: error.position?.column ?? 1)
      throw ScenarioFailure(
        findings: [
          Finding(.error, code: error.code, at: place, "\(path.quoted) \(error.message)", help: error.help)
        ],
        kind: error.isMissing ? .noInput : .invalid)
    }
    return try read(text: file.text, name: path, parameters: parameters)
  }

  /// The same for a text that is already there.
  public static func read<Root: ParameterSet>(
    text: String, name: String, parameters: Root.Type
  ) throws(ScenarioFailure) -> FitFile {
    var reading = FitReading<Root>(source: SourceText(name: name, text: text))
    guard let file = reading.read(), reading.findings.isEmpty else {
      throw ScenarioFailure(findings: reading.findings, kind: .invalid)
    }
    return file
  }
}
