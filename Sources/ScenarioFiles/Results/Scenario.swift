import Parameters

/// A checked scenario: every parameter with a value, and where each value came from.
package struct Scenario<Root: ParameterSet>: Sendable {
  /// The file's `scenario:`, or its name without the ending.
  package let title: String
  /// The file's `question:`, if it has one.
  package let question: String?
  /// Whose scenario it is, where a file says so.
  package let council: Council?
  /// The model's own structure, filled.
  package let parameters: Root
  /// One per parameter, by path.
  package let settings: [String: Setting]
  /// Uncertain values that are drawn together, in the order of the alphabet.
  package let jointly: [PairCorrelation]
  /// What was read: the ancestors that `basedOn` names, the scenario, then the overlays, weakest first.
  package let files: [ScenarioFile]
  /// The overlays' names, in order.
  package let overlays: [String]
  /// What each overlay is called: its `scenario:`, or its file's name without the ending.
  package let overlayTitles: [String]
  /// The `--set` arguments, in order, as `path=value`.
  package let sets: [String]
  /// What is worth a look but stops nothing.
  package let warnings: [Finding]
  /// The version of the model that the caller gave.
  package let modelVersion: String
  /// All resolved values, their uncertainty and the model's version as JSON with sorted keys and no spaces.
  package let canonicalJSON: String
  /// SHA-256 of `canonicalJSON`, 64 hexadecimal digits. Titles, sources, notes, comments and order do not matter.
  package let hash: String
}

extension Scenario {
  /// Everything about one parameter, or nil for a path that does not exist.
  package func describe(_ path: String) -> Explanation? {
    Root.table.first { $0.path == path }.flatMap { explanation($0, defaults: Root()) }
  }

  /// Everything about every parameter, in the order of the table.
  package var all: [Explanation] {
    let defaults = Root()
    return Root.table.compactMap { explanation($0, defaults: defaults) }
  }

  /// The values that go together with one, and how closely, as printed.
  private func partners(of path: String) -> String? {
    let partners = jointly.compactMap { pair in
      pair.partner(of: path).map { "\($0) (correlation \(Value.number(pair.correlation).text))" }
    }
    return partners.isEmpty ? nil : partners.joined(separator: ", ")
  }

  private func explanation(_ parameter: Parameter<Root>, defaults: Root) -> Explanation? {
    settings[parameter.path].map { setting in
      Explanation(
        path: parameter.path, value: setting.value, unit: parameter.unit, meaning: parameter.meaning,
        range: parameter.kind.rangeText, defaultValue: parameter.read(defaults), source: setting.source,
        note: setting.note, known: setting.known, uncertain: setting.uncertain,
        jointly: partners(of: parameter.path), place: setting.place, overrode: setting.overrode)
    }
  }
}
