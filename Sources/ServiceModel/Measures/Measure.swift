import DiscreteEvents
import Parameters

/// A fold over facts that says at month ends what it has heard.
///
/// A new measure is its file, with one such type, and its place in `Scoreboard.Measures`. A new series is one line in
/// `report`.
protocol Measure {
  init(_ tables: ModelTables)
  /// What it is about.
  static var subject: Series.Subject { get }
  mutating func hear(_ fact: Fact, at time: SimulatedTime)
  /// Brings up to the month's end what is not counted by facts alone.
  mutating func settle(_ month: Month)
  /// One line for each series.
  mutating func report(_ r: inout Report)
  /// Begins the next month, after all lines have forgotten theirs; after the opening, the first.
  mutating func begin(after month: Month)
}

extension Measure {
  mutating func settle(_ month: Month) {}
  mutating func begin(after month: Month) {}

  /// The lines, said to be about the measure's subject.
  mutating func tell(_ r: inout Report) {
    r.begin(Self.subject)
    report(&r)
  }
}

/// The month that has just ended.
struct Month {
  let index: Int
  let end: SimulatedTime
  /// Length in days.
  let days: Double
  let financialYear: Int
  /// True for the last month of a financial year, and of the run.
  let endsYear: Bool

  /// The moment of the start, at which the opening is complete.
  static let opening = Month(index: 0, end: .zero, days: 0, financialYear: 0, endsYear: true)
  /// True for that moment.
  var isOpening: Bool { days == 0 }
}

/// Two measures as one, so that a list of any length can be one type.
struct Both<First: Measure, Second: Measure>: Measure {
  var first: First
  var second: Second

  init(_ tables: ModelTables) {
    first = First(tables)
    second = Second(tables)
  }

  static var subject: Series.Subject { First.subject }

  @inline(__always)
  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    first.hear(fact, at: time)
    second.hear(fact, at: time)
  }

  mutating func settle(_ month: Month) {
    first.settle(month)
    second.settle(month)
  }

  mutating func report(_ r: inout Report) {
    first.tell(&r)
    second.tell(&r)
  }

  mutating func begin(after month: Month) {
    first.begin(after: month)
    second.begin(after: month)
  }
}
