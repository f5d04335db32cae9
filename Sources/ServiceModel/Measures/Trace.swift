public import Dates
import DiscreteEvents

/// Whose life is followed.
public enum TraceTarget: Sendable, Equatable {
  /// The child with that number, counted from 0 in the order of arrival, the opening position first.
  case child(Int)
  /// The worker with that number, counted likewise.
  case worker(Int)
  /// The improvement plan and the partners.
  case plan
}

/// One thing that happened to the person who is followed.
public struct TraceEntry: Sendable {
  public let date: CivilDate
  public let day: Double
  public let sentence: String
}

/// Listens for one child or worker, or for the plan, and tells what happens in sentences.
struct Trace {
  let target: TraceTarget?
  private(set) var events: [(time: SimulatedTime, sentence: String)] = []
  /// The place of the child who is followed, while it is known.
  private var place: Int?

  init(_ target: TraceTarget?) { self.target = target }

  var isOn: Bool { target != nil }

  mutating func reset() {
    events.removeAll()
    place = nil
  }

  /// A child of that number has been given a place.
  mutating func meets(child number: Int, at place: Int) {
    if target == .child(number) { self.place = place }
  }

  /// Whether the child at that place is the one who is followed.
  func follows(childAt place: Int) -> Bool { self.place == place }

  /// The child at that place has been forgotten.
  mutating func loses(childAt place: Int) {
    if self.place == place { self.place = nil }
  }

  /// Adds a sentence about the person who is followed.
  mutating func tell(_ sentence: String, at time: SimulatedTime) { events.append((time, sentence)) }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch target {
    case .child: if let place, let sentence = Story.ofChild(place, fact) { events.append((time, sentence)) }
    case .worker(let number):
      if let sentence = Story.ofWorker(number, fact) { events.append((time, sentence)) }
    case .plan: if let sentence = Story.ofPlan(fact) { events.append((time, sentence)) }
    case nil: break
    }
  }
}
