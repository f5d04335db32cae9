import Foundation
import Notation
import Parameters

/// Reads scenario files: the only way from YAML to a model's parameters.
///
/// Precedence, strongest first: `--set`, overlays from right to left, the scenario, what it is based on, the
/// built-in defaults. What overlays and sets must not move is kept as it is in the scenario (`KeptValues`). A value replaces all that was said about the weaker one: its source, note and uncertainty.
/// An entry without a value keeps the weaker value and adds to what is said about it.
package struct ScenarioReader<Root: ParameterSet>: Sendable {
  let index = PathIndex<Root>()
  let modelVersion: String

  /// - Parameter modelVersion: goes into the hash, so that results of different models never share one.
  package init(modelVersion: String) { self.modelVersion = modelVersion }

  /// Reads a scenario file.
  ///
  /// - Parameters:
  ///   - path: the file, absolute or relative to the working directory.
  ///   - overlays: files of the same format laid over it, the strongest last; one that is based on another file than the
  ///     scenario is refused.
  ///   - sets: `path=value` texts, the strongest last.
  /// - Throws: `ScenarioFailure` with every mistake of all of them, in one pass.
  package func read(
    _ path: String, overlays: [String] = [], sets: [String] = []
  ) throws(ScenarioFailure) -> Scenario<Root> {
    var chain = FileChain(index: index)
    let own = chain.readScenario(path)
    return try finish(&chain, own: own, name: path, overlays: overlays, sets: sets)
  }

  /// Reads a scenario from a text, as if it stood in a file of that name.
  package func read(
    text: String, name: String, overlays: [String] = [], sets: [String] = []
  ) throws(ScenarioFailure) -> Scenario<Root> {
    var chain = FileChain(index: index)
    let own = chain.readScenario(ScenarioFile(name: name, text: text, sha256: Digest.sha256(text)))
    return try finish(&chain, own: own, name: name, overlays: overlays, sets: sets)
  }

  /// Reads a scenario from files that were kept whole, such as those in a result's manifest: weakest first, the last
  /// `storedOverlays` of them overlays. Only `more` overlays are loaded from the disk; they and the sets are stronger.
  package func read(
    stored: [ScenarioFile], storedOverlays: [String], more: [String] = [], sets: [String] = []
  ) throws(ScenarioFailure) -> Scenario<Root> {
    var chain = FileChain(index: index)
    let own = chain.readStored(stored, overlays: min(storedOverlays.count, stored.count))
    let name = own?.source.name ?? stored.last?.name ?? "scenario"
    for overlay in more { chain.readOverlay(overlay) }
    return try finish(
      &chain, own: own, name: name, overlays: storedOverlays + more, loading: [], sets: sets)
  }

  /// The built-in defaults as a scenario without a file.
  package func readDefaults(
    title: String = "Defaults", overlays: [String] = [], sets: [String] = []
  ) throws(ScenarioFailure) -> Scenario<Root> {
    var chain = FileChain(index: index)
    return try finish(&chain, own: nil, name: title, overlays: overlays, sets: sets)
  }

  /// What to do about a path of the command line that there is not; for `explain` and sweeps.
  package func help(forUnknown path: String) -> String? { index.help(forUnknown: path) }

  private func finish(
    _ chain: inout FileChain<Root>, own: Layer?, name: String, overlays: [String], loading: [String]? = nil,
    sets: [String]
  ) throws(ScenarioFailure) -> Scenario<Root> {
    for overlay in loading ?? overlays { chain.readOverlay(overlay) }
    let layers = chain.layers + sets.map { SetReading(index: index).layer($0) }
    var resolution = Resolution(index: index, layers: layers)
    var contradictions = chain.findings.isEmpty ? resolution.parameters.contradictions() : []
    let kept = KeptValues(index: index, layers: layers, own: chain.layers.count { !$0.isOverlay })
    if !contradictions.contains(where: { $0.severity == .error }), chain.findings.isEmpty,
      let layer = kept.layer(resolution)
    {
      resolution = Resolution(index: index, layers: layers + [layer])
      contradictions = resolution.parameters.contradictions()
    }
    var findings = chain.findings + layers.flatMap(\.findings) + resolution.findings
    findings += Conflicts(index: index).findings(layers)
    let places = ContradictionPlaces(
      settings: resolution.settings, layers: layers, scenario: own?.source ?? SourceText(name: name, text: "")
    )
    findings += contradictions.filter { places.isCertain($0) && !places.isMeant($0) }.map(places.finding)
    let joint = JointResolution(index: index, layers: layers)
    findings += joint.findings
    let councils = Councils(layers: chain.layers, own: own, settings: resolution.settings)
    findings += councils.findings
    findings += Plausibility(index: index, layers: layers).findings(resolution.settings)
    findings += EarlierPrices(settings: resolution.settings, layers: layers).findings
    findings += LaterKnowledge(settings: resolution.settings, layers: layers).findings
    findings = inOrder(findings, files: layers.map(\.source.name))
    if findings.contains(where: { $0.severity == .error }) {
      throw ScenarioFailure(findings: findings, kind: chain.isInputMissing ? .noInput : .invalid)
    }
    let json = CanonicalJSON.text(resolution.settings, joint.pairs, modelVersion: modelVersion)
    return Scenario(
      title: SafeText.line(own?.title ?? Self.stem(name)), question: own?.question.map(SafeText.line),
      council: councils.council,
      parameters: resolution.parameters,
      settings: resolution.settings, jointly: joint.pairs, files: chain.files, overlays: overlays,
      overlayTitles: chain.layers.filter(\.isOverlay).map {
        SafeText.line($0.title ?? Self.stem($0.source.name))
      }, sets: sets, warnings: findings,
      modelVersion: modelVersion, canonicalJSON: json, hash: Digest.sha256(json))
  }

  /// By file in the order of reading, then by line and column.
  private func inOrder(_ findings: [Finding], files: [String]) -> [Finding] {
    func rank(_ finding: Finding) -> Int { files.firstIndex(of: finding.place.file) ?? -1 }
    let ranked = findings.enumerated().map { (rank($0.element), $0.offset, $0.element) }
    return ranked.sorted { left, right in
      let (first, second) = (left.2.place, right.2.place)
      return (left.0, first.line, first.column, left.1) < (right.0, second.line, second.column, right.1)
    }.map(\.2)
  }

  private static func stem(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.split(separator: ".").dropLast().joined(separator: ".").isEmpty
      ? last : last.split(separator: ".").dropLast().joined(separator: ".")
  }
}
