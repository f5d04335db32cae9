import Parameters

/// A number worked out for a council, with where it comes from.
struct Told {
  let value: Double
  let source: Source

  init(_ value: Double, _ source: Source) { (self.value, self.source) = (value, source) }
}

extension Source {
  /// What it rests on, without the word that says how: to be part of a longer source.
  var reference: String {
    switch self {
    case .published(let text), .derived(let text), .fitted(let text): text
    case .assumption, .modelChoice, .notGiven: text
    }
  }
}
