/// What a set of future events can do, whatever it is made of: for code that must run on either.
///
/// A model names the set that it uses: calls through the protocol are fast only where the compiler sees which one it
/// is.
public protocol EventSet<Action>: ~Copyable {
  associatedtype Action: BitwiseCopyable & Sendable

  init(reserving events: Int)
  var now: SimulatedTime { get }
  var nextTime: SimulatedTime? { get }
  var count: Int { get }
  var scheduledTotal: UInt64 { get }
  var takenTotal: UInt64 { get }
  var staleTotal: UInt64 { get }
  @discardableResult
  mutating func schedule(_ action: Action, at time: SimulatedTime, priority: UInt8) -> EventTicket
  mutating func next() -> ScheduledEvent<Action>?
  mutating func noteStale()
  mutating func reset(to time: SimulatedTime)
}

extension FutureEventList: EventSet {}
extension DayWheel: EventSet {}
