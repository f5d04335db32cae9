import Notation
import Parameters

/// Scenarios that differ from a checked one in the values of a few parameters, made without reading its files again.
///
/// A varied value replaces all that was said about the parameter, its uncertainty included, as `--set` does; what a set
/// must not move stays as in the scenario.
package struct ScenarioVariation<Root: ParameterSet>: Sendable {
  /// The parameters that differ, in the order in which values are given.
  package let paths: [String]
  private let scenario: Scenario<Root>
  private let index: PathIndex<Root>
  private let parameters: [Parameter<Root>]
  /// The canonical JSON, cut where the varied values stand, and whose value stands at each cut.
  private let pieces: [String]
  private let order: [Int]

  /// - Parameter leftOut: paths that do not count for the fingerprint.
  package init(_ scenario: Scenario<Root>, varying paths: [String], leavingOut leftOut: Set<String> = []) {
    self.paths = paths
    self.scenario = scenario
    let index = PathIndex<Root>()
    self.index = index
    parameters = paths.compactMap { index.parameters[$0] }
    precondition(parameters.count == paths.count, "every varied path is a parameter's")
    var kept = scenario.settings.filter { !leftOut.contains($0.key) || paths.contains($0.key) }
    for path in paths { kept[path] = kept[path]?.varied(to: .choice(ScenarioVariation.mark(path))) }
    let json = CanonicalJSON.text(kept, scenario.jointly, modelVersion: scenario.modelVersion)
    var pieces: [String] = []
    var rest = json[...]
    let sorted = paths.indices.sorted { paths[$0] < paths[$1] }
    for place in sorted {
      let mark = JSONValue.quoted(ScenarioVariation.mark(paths[place]))
      guard let found = rest.range(of: mark) else { continue }
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    self.pieces = pieces + [String(rest)]
    order = sorted
  }

  /// The variant with these values, one for each path, each already checked.
  package func variant(_ values: [Value]) -> ScenarioVariant<Root> {
    var root = scenario.parameters
    for (parameter, value) in zip(parameters, values) { parameter.write(&root, value) }
    for (path, value) in root.kept(of: scenario.parameters) where !paths.contains(path) {
      index.parameters[path]?.write(&root, value)
    }
    var json = ""
    for (piece, place) in zip(pieces, order) {
      json += piece
      json += values[place].json.text(.compact)
    }
    json += pieces.last ?? ""
    return ScenarioVariant(parameters: root, fingerprint: Digest.sha256(json))
  }

  private static func mark(_ path: String) -> String { "\u{1}varied \(path)\u{1}" }
}

/// One variant of a scenario.
package struct ScenarioVariant<Root: ParameterSet>: Sendable {
  package let parameters: Root
  /// SHA-256 over its resolved values, what is uncertain, and the model's version: 64 hexadecimal digits.
  package let fingerprint: String
}

extension ScenarioReader {
  /// Reads a value for a parameter as `--set path=value` does, range included.
  ///
  /// - Parameter option: how the value was given, for the findings' place, for example `--vary`.
  package func value(_ path: String, _ text: String, option: String = "--set") throws(ScenarioFailure)
    -> Value
  {
    let layer = SetReading(index: index, option: option).layer("\(path)=\(text)")
    guard layer.findings.isEmpty, let value = layer.entries[path]?.value else {
      throw ScenarioFailure(findings: layer.findings, kind: .invalid)
    }
    return value
  }

  /// A parameter's kind, or a failure that says what may have been meant.
  package func kind(of path: String, option: String) throws(ScenarioFailure) -> ParameterKind {
    if let parameter = index.parameters[path] { return parameter.kind }
    let layer = SetReading(index: index, option: option).layer("\(path)=0")
    throw ScenarioFailure(findings: layer.findings, kind: .invalid)
  }
}

/// Names of things by what they say.
package enum Fingerprint {
  /// SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
  package static func sha256(_ text: String) -> String { Digest.sha256(text) }
}

extension Setting {
  /// The same parameter with another value, of which nothing else is said.
  fileprivate func varied(to value: Value) -> Setting {
    Setting(
      path: path, value: value, unit: unit, source: .notGiven, note: nil, known: nil, uncertain: nil,
      place: place, valuePlace: valuePlace, overrode: overrode)
  }
}
