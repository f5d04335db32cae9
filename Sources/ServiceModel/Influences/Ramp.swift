import DiscreteEvents

/// How a dated change comes and goes.
public enum RampShape: String, CaseIterable, Sendable {
  /// Full from the first day to the last.
  case step
  /// Rising evenly from nothing to full, and then full to the last day.
  case linear
  /// Rising fast at first and then ever more slowly to full, and then full to the last day.
  case frontLoaded
  /// Full at once, then fading by half in each half-life, to nothing after the last day.
  case pulse
}

/// A shape laid on the calendar: its height at each moment, from 0 to 1. Times are days after the start.
struct Ramp: Sendable {
  let shape: RampShape
  let from: Double
  /// The moment after the last day; infinity where there is none.
  let until: Double
  /// Time that a linear or front-loaded rise takes.
  let riseDays: Double
  let halfLifeDays: Double

  /// The area under the shape from `from` to that many days later.
  private func area(_ days: Double) -> Double {
    switch shape {
    case .step: return days
    case .linear:
      let rising = min(days, riseDays)
      return (riseDays > 0 ? rising * rising / (2 * riseDays) : 0) + max(0, days - riseDays)
    case .frontLoaded:
      guard riseDays > 0 else { return days }
      // The height is 1 - (1 - x)^2, with x the part of the rise that is over.
      let x = min(days / riseDays, 1)
      return riseDays * (x * x - x * x * x / 3) + max(0, days - riseDays)
    case .pulse:
      let perDay = 0.693_147_180_559_945_3 / halfLifeDays
      return (1 - exponential(-perDay * days)) / perDay
    }
  }

  /// The mean height over an interval that lies between `from` and `until`.
  func meanHeight(from begin: Double, to end: Double) -> Double {
    if shape == .step { return 1 }
    return (area(end - from) - area(begin - from)) / (end - begin)
  }

  /// The day by which the heights since `begin` have added up to so many full days; nil where they do not before the
  /// shape ends or `last` comes.
  func day(adding wanted: Double, from begin: Double, by last: Double) -> Double? {
    let (start, end) = (max(begin, from), min(until, last))
    guard start < end else { return nil }
    let before = area(start - from)
    guard area(end - from) - before > wanted else { return nil }
    if shape == .step { return start + wanted }
    var (low, high) = (start, end)
    for _ in 0..<60 {
      let middle = low / 2 + high / 2
      if area(middle - from) - before > wanted { high = middle } else { low = middle }
    }
    return high
  }

  /// The moments at which the height changes and what it changes to.
  ///
  /// Between month ends a rise or a fade is held at its mean, so what it does over a month is what the smooth shape
  /// does.
  func steps(_ calendar: ModelCalendar) -> [(time: SimulatedTime, height: Double)] {
    let ends = min(until, calendar.end.days)
    guard from < ends else { return [] }
    var edges = [from]
    if shape != .step {
      edges += calendar.monthEnds.map(\.days).filter { $0 > from && $0 < ends }
    }
    edges.append(ends)
    var steps: [(time: SimulatedTime, height: Double)] = []
    for (begin, end) in zip(edges, edges.dropFirst()) {
      let height = meanHeight(from: begin, to: end)
      if steps.last?.height != height { steps.append((SimulatedTime(days: begin), height)) }
    }
    if until <= calendar.end.days { steps.append((SimulatedTime(days: until), 0)) }
    return steps
  }
}
