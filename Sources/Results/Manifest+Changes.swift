extension Manifest {
  /// What was changed in the scenario that gives the result its title: overlays by their names, then values set by
  /// themselves. How often and from which seed it was run is no change of the scenario.
  package var changes: [String] {
    let sets = settings.filter { set in Self.howRun.allSatisfy { !set.hasPrefix($0 + "=") } }
    return overlayTitles + sets + (isFixed ? ["every uncertain value held at its point value"] : [])
  }

  /// `Changed: Retention payment; demand.growthPerYear=0.03; and 2 more.`, with the first few; nil where nothing was.
  package var changed: String? {
    let all = changes
    guard !all.isEmpty else { return nil }
    let shown = 4
    let more = all.count > shown ? "; and \(all.count - shown) more" : ""
    return "Changed: \(all.prefix(shown).joined(separator: "; "))\(more)."
  }

  private static let howRun = ["run.replications", "run.seed"]
}
