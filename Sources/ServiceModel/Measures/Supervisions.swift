/// A worker's supervisions, which a story tells together for each year.
enum Supervisions {
  static let held = "has supervision."
  static let missed = "misses supervision."

  /// `has supervision 11 times in 2016, and misses it once.`
  static func sentence(held: Int, missed: Int, in year: Int) -> String {
    func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
    if held == 0 { return "misses supervision \(times(missed)) in \(year)." }
    let rest = missed == 0 ? "" : ", and misses it \(times(missed))"
    return "has supervision \(times(held)) in \(year)\(rest)."
  }
}

extension [TraceEntry] {
  /// The story with the supervisions of each calendar year told in one sentence, where the last of them stood.
  public var folded: [TraceEntry] {
    var counts: [Int: (held: Int, missed: Int, last: Int)] = [:]
    for (place, entry) in enumerated() where entry.isSupervision {
      let year = entry.date.civil.year
      let before = counts[year] ?? (0, 0, place)
      let isHeld = entry.sentence == Supervisions.held
      counts[year] = (before.held + (isHeld ? 1 : 0), before.missed + (isHeld ? 0 : 1), place)
    }
    return enumerated().compactMap { place, entry in
      guard entry.isSupervision else { return entry }
      let year = entry.date.civil.year
      guard let count = counts[year], count.last == place else { return nil }
      return TraceEntry(
        date: entry.date, day: entry.day,
        sentence: Supervisions.sentence(held: count.held, missed: count.missed, in: year))
    }
  }
}

extension TraceEntry {
  fileprivate var isSupervision: Bool { sentence == Supervisions.held || sentence == Supervisions.missed }
}
