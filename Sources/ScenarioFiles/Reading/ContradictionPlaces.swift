import Parameters

/// Finds where to point when values do not go together.
struct ContradictionPlaces {
  let settings: [String: Setting]
  let layers: [Layer]
  /// Where to point when every value is a default.
  let scenario: SourceText

  /// The contradiction as a finding: at the first of its paths that was set, the other places in the help.
  func finding(_ contradiction: Contradiction) -> Finding {
    let places = contradiction.paths.compactMap { path in placeSet(path).map { (path, $0) } }
    let place = places.first?.1 ?? scenario.beginning
    let source = layers.first { $0.source.name == place.file }?.source ?? scenario
    var help: [String] = []
    help.append(contradiction.help ?? "change \(contradiction.paths.prefix(2).joined(separator: " or "))")
    let others = places.dropFirst().map { "\($0.0) at \($0.1)" }
    let more = others.count > 3 ? " and \(others.count - 3) more" : ""
    if !others.isEmpty { help.append("see also \(others.prefix(3).joined(separator: ", "))\(more)") }
    let severity: Finding.Severity = contradiction.severity == .error ? .error : .warning
    return source.finding(
      severity, contradiction.code, place, contradiction.message,
      help: help.isEmpty ? nil : help.joined(separator: "; "))
  }

  /// Where a value was set; of a group, where the first of its values was set, by the order of places.
  private func placeSet(_ path: String) -> Place? {
    if let place = settings[path]?.place { return place }
    return settings.values.filter { $0.path.hasPrefix(path + ".") }.compactMap(\.place).min()
  }

  /// Whether something that is set in vain is so on purpose: a stronger file has switched off what it belongs to.
  func isMeant(_ contradiction: Contradiction) -> Bool {
    guard contradiction.code == "set-in-vain", contradiction.paths.count > 1,
      let set = placeSet(contradiction.paths[0]), let off = placeSet(contradiction.paths[1])
    else { return false }
    func rank(_ place: Place) -> Int { layers.firstIndex { $0.source.name == place.file } ?? -1 }
    return rank(off) > rank(set)
  }

  /// Whether all that a contradiction is about could be read.
  func isCertain(_ contradiction: Contradiction) -> Bool {
    !layers.contains { layer in contradiction.paths.contains { layer.doubts($0) } }
  }
}
