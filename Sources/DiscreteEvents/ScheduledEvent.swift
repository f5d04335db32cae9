/// The name of one scheduled event: a new one for each, never used twice before a reset.
///
/// Nothing is taken out of a future event list. An entity keeps the ticket of its live event; when an event comes
/// up whose ticket is not the live one, the model drops it and says so with `noteStale()`.
@frozen
public struct EventTicket: Sendable, BitwiseCopyable, Hashable {
  /// Priority in the top 8 bits, sequence number (from 1) below: events at one moment happen in this order.
  public let orderWord: UInt64

  @inlinable
  public init(orderWord: UInt64) { self.orderWord = orderWord }

  /// The ticket that no event has: for an entity without a live event.
  @inlinable
  public static var none: EventTicket { EventTicket(orderWord: 0) }
}

/// An event taken from a future event list: when, which, and what to do.
@frozen
public struct ScheduledEvent<Action: BitwiseCopyable & Sendable>: Sendable, BitwiseCopyable {
  /// The moment at which it happens.
  public let time: SimulatedTime
  /// The ticket that `schedule` returned for it.
  public let ticket: EventTicket
  /// What was scheduled.
  public let action: Action

  @inlinable
  public init(time: SimulatedTime, ticket: EventTicket, action: Action) {
    (self.time, self.ticket, self.action) = (time, ticket, action)
  }
}
