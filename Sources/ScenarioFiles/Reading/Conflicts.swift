import Parameters

/// Warns where two overlays, or two `--set`, disagree: their order then decides, perhaps unseen. Of levers and shocks one
/// run has one of each, so that two overlays which set one differently do not add up.
struct Conflicts<Root: ParameterSet> {
  let index: PathIndex<Root>

  /// One warning for each value that a later layer of the same kind replaces by another.
  func findings(_ layers: [Layer]) -> [Finding] {
    compared(layers.filter(\.isOverlay), code: "overlay-conflict", word: "overlay")
      + compared(layers.filter(\.isCommandLine), code: "set-conflict", word: "--set")
  }

  private func compared(_ layers: [Layer], code: String, word: String) -> [Finding] {
    var findings: [Finding] = []
    for parameter in index.table {
      var earlier: (value: Value, place: Place)?
      let isOfLever = parameter.path.hasPrefix("levers.") || parameter.path.hasPrefix("shocks.")
      for layer in layers {
        guard let entry = layer.entries[parameter.path], let value = entry.value else { continue }
        if let earlier, earlier.value != value {
          findings.append(
            layer.source.finding(
              .warning, code, entry.place,
              "\(parameter.path.quoted) is \(value.text) here and \(earlier.value.text) in an earlier \(word), "
                + "at \(earlier.place).",
              help: "the last one holds, at \(entry.place)"
                + (isOfLever ? "; a scenario has one of each lever and shock, and two do not add up" : "")))
        }
        earlier = (value, entry.place)
      }
    }
    return findings
  }
}

extension Layer {
  fileprivate var isCommandLine: Bool { source.name.hasPrefix("--set ") }
}
