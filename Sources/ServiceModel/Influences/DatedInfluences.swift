import DiscreteEvents

/// What a source's factor of an influence becomes at a moment.
struct InfluenceChange: Sendable {
  let time: SimulatedTime
  let influence: Influence
  let source: Int
  let factor: Double
}

/// The changes of influences whose dates are known before the run, in the order of their dates, and how many sources
/// of influence there are.
struct DatedInfluences: Sendable {
  private(set) var changes: [InfluenceChange] = []
  private(set) var sources = 0

  /// Announces one more source: of dated changes, or one that moves influences as the run goes.
  mutating func newSource() -> Int {
    sources += 1
    return sources - 1
  }

  /// Lets a source move an influence to `ratio` at the ramp's full height, in proportion below it. A ratio of 1 adds
  /// nothing at all.
  mutating func add(
    _ influence: Influence, from source: Int, ratio: Double, _ ramp: Ramp, _ calendar: ModelCalendar
  ) {
    guard ratio != 1 else { return }
    let added = ramp.steps(calendar).map { step in
      InfluenceChange(
        time: step.time, influence: influence, source: source, factor: 1 + (ratio - 1) * step.height)
    }
    insert(added)
  }

  /// The most that the sources together can multiply an influence by.
  func highest(_ influence: Influence) -> Double {
    (0..<sources).reduce(1) { product, source in
      let own = changes.filter { $0.influence == influence && $0.source == source }.map(\.factor)
      return product * max(1, own.max() ?? 1)
    }
  }

  /// Adds changes and keeps the order: by time, and at one moment as they were added.
  mutating func insert(_ added: [InfluenceChange]) {
    let all = changes + added
    let order = all.indices.sorted { (all[$0].time, $0) < (all[$1].time, $1) }
    changes = order.map { all[$0] }
  }
}
