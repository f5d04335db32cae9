/// Checks that a table of parameters keeps the house rules, for a test that reads every declaration.
public enum ParameterCatalogue {
  /// Every fault of a table, one sentence each; empty when the table is sound.
  ///
  /// Looked for: a path that stands twice or is empty in one of its parts, a path that is a prefix of another (it
  /// could then be neither a value nor a group), a missing meaning or one without its final full stop, a default
  /// that the parameter itself does not allow, an unset text where a source needs one, an empty unit.
  public static func faults<Root: ParameterGroup>(in table: [Parameter<Root>]) -> [String] {
    let defaults = Root()
    var faults = pathFaults(table.map(\.path))
    for parameter in table {
      faults += wordFaults(parameter)
      if let value = parameter.read(defaults), let complaint = parameter.kind.complaint(about: value) {
        faults.append("\(parameter.path): its default \(value.text) \(complaint).")
      }
    }
    return faults
  }

  private static func pathFaults(_ paths: [String]) -> [String] {
    var faults: [String] = []
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      faults.append("\(path): declared twice.")
    }
    for path in paths {
      let names = path.split(separator: ".", omittingEmptySubsequences: false)
      if names.contains("") { faults.append("\"\(path)\": a path has no empty parts.") }
      for length in 1..<max(2, names.count) where length < names.count {
        let prefix = names.prefix(length).joined(separator: ".")
        if seen.contains(prefix) { faults.append("\(prefix): a value, and also the group of \(path).") }
      }
    }
    return faults
  }

  private static func wordFaults<Root>(_ parameter: Parameter<Root>) -> [String] {
    var faults: [String] = []
    if parameter.meaning.isEmpty {
      faults.append("\(parameter.path): has no meaning.")
    } else if !parameter.meaning.hasSuffix(".") {
      faults.append("\(parameter.path): its meaning does not end with a full stop.")
    }
    if parameter.unit.symbol.isEmpty { faults.append("\(parameter.path): has no unit.") }
    switch parameter.source {
    case .published(let text), .derived(let text), .fitted(let text), .assumption(let text):
      if text.allSatisfy(\.isWhitespace) { faults.append("\(parameter.path): its source is empty.") }
    case .notGiven: faults.append("\(parameter.path): has no source.")
    case .modelChoice: break
    }
    return faults
  }
}
