/// Where a value comes from. The standing travels with the value into every list that prints it, and is never upgraded.
public enum Source: Sendable, Equatable {
  /// Seen in a named publication.
  case published(String)
  /// Worked out from published figures; the method is told.
  case derived(String)
  /// Set so that the model's results agree with named published results.
  case fitted(String)
  /// No source was found. The text says why the value is reasonable.
  case assumption(String)
  /// A value that chooses how the model works rather than states a fact about the world.
  case modelChoice
  /// A scenario gave a bare number.
  case notGiven

  /// The source as printed: the standing first, then the reference.
  public var text: String {
    switch self {
    case .published(let reference): reference
    case .derived(let method): "derived: \(method)"
    case .fitted(let target): "fitted: \(target)"
    case .assumption(let reason): reason.isEmpty ? "assumption" : "assumption: \(reason)"
    case .modelChoice: "model choice"
    case .notGiven: "no source given"
    }
  }

  /// Reads what a scenario file says after `source:`.
  public init(text: String) {
    func after(_ prefix: String) -> String? {
      guard text.lowercased().hasPrefix(prefix) else { return nil }
      let rest = text.dropFirst(prefix.count)
      // A longer word that begins the same, such as "derivedness", is a reference like any other.
      guard rest.first.map({ !$0.isLetter && !$0.isNumber }) ?? true else { return nil }
      return String(rest.drop { $0 == ":" || $0 == " " })
    }
    if text.isEmpty || text == Source.notGiven.text {
      self = .notGiven
    } else if let reason = after("assumption") {
      self = .assumption(reason)
    } else if let method = after("derived") {
      self = .derived(method)
    } else if let target = after("fitted") {
      self = .fitted(target)
    } else if text == "model choice" {
      self = .modelChoice
    } else {
      self = .published(text)
    }
  }
}
