/// Whether a difference is told apart from chance, in a word.
enum ChanceWord: String, CaseIterable {
  case yes
  /// Its own interval leaves out 0, and yet it is not told apart among so many.
  case perhaps
  case no
  /// One replication tells no error, or too wide an interval holds 0.
  case unknown = "cannot tell"

  /// What the word is short for; nil where it speaks for itself.
  var note: String? {
    switch self {
    case .yes, .no: nil
    case .perhaps:
      "perhaps: the figure's own interval leaves out 0, but among so many figures some do so by chance alone."
    case .unknown:
      "cannot tell: there is no interval, or one that holds 0 and is too wide because the replications were not paired."
    }
  }
}

extension ResultDifference.Row {
  /// - Parameter pairing: how the two results were held against each other. Where the same futures were not compared pair
  ///   by pair, an interval that holds 0 says nothing: it is mostly too wide.
  func chance(_ pairing: ResultDifference.Pairing) -> ChanceWord {
    guard let isMoreThanChance else { return .unknown }
    if isMoreThanChance { return .yes }
    if lower > 0 || upper < 0 { return .perhaps }
    return pairing == .withoutReadings && pairs == 0 ? .unknown : .no
  }
}
