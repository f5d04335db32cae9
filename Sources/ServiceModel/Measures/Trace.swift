public import Dates
import DiscreteEvents

/// Whose life is followed.
public enum TraceTarget: Sendable, Equatable {
  /// The child with that number, counted from 0 in the order of arrival, the opening position first.
  case child(Int)
  /// The worker with that number, counted likewise.
  case worker(Int)
}

/// One thing that happened to the person who is followed.
public struct TraceEntry: Sendable {
  public let date: CivilDate
  public let day: Double
  public let sentence: String
}

/// Listens for one child or worker and tells what happens in sentences.
struct Trace {
  let target: TraceTarget?
  private(set) var events: [(time: SimulatedTime, sentence: String)] = []

  init(_ target: TraceTarget?) { self.target = target }

  var isOn: Bool { target != nil }

  mutating func reset() { events.removeAll() }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch target {
    case .child(let number): if let sentence = Story.ofChild(number, fact) { events.append((time, sentence)) }
    case .worker(let number):
      if let sentence = Story.ofWorker(number, fact) { events.append((time, sentence)) }
    case nil: break
    }
  }
}
