import Parameters

/// What overlays and sets leave as it is in the scenario that they are laid over, though what they change would move it.
struct KeptValues<Root: ParameterSet> {
  let index: PathIndex<Root>
  /// The scenario's own files, then overlays and sets.
  let layers: [Layer]
  /// How many of the layers are the scenario's own.
  let own: Int

  /// The values as one more layer, the strongest; nil where nothing is kept.
  ///
  /// - Parameter varied: all layers resolved; one that contradicts itself keeps nothing.
  func layer(_ varied: Resolution<Root>) -> Layer? {
    guard own > 0, layers.dropFirst(own).contains(where: { !$0.entries.keys.allSatisfy(Self.isOfRun) })
    else { return nil }
    let original = Resolution(index: index, layers: Array(layers.prefix(own))).parameters
    guard !original.contradictions().contains(where: { $0.severity == .error }) else { return nil }
    let kept = varied.parameters.kept(of: original)
    guard !kept.isEmpty else { return nil }
    var layer = Layer(source: SourceText(name: "what is kept of the scenario", text: ""))
    let place = Place(file: layer.source.name, line: 0, column: 0)
    for (path, value) in kept {
      layer.entries[path] = Entry(
        path: path, place: place, value: value, valuePlace: place,
        source: .derived(
          "so that effects count from where the scenario itself begins, whatever overlays and sets make of its opening"
        ))
    }
    return layer
  }

  private static func isOfRun(_ path: String) -> Bool { path.hasPrefix("run.") }
}
