import DiscreteEvents
import Testing

/// The five words that name a stream.
struct StreamName: Sendable, CustomTestStringConvertible {
  var seed: UInt64 = 1
  var replication: UInt64 = 0
  var purpose: UInt32 = 0
  var entity: UInt64 = 0
  var occurrence: UInt32 = 0

  var testDescription: String { "\(seed)/\(replication)/\(purpose)/\(entity)/\(occurrence)" }

  /// The stream's first words, from a generator made for them alone.
  func words(_ count: Int) -> [UInt64] {
    let streams = RandomStreams(seed: seed, replication: replication)
    let stream = streams.stream(purpose, entity: entity, occurrence: occurrence)
    return (0..<count).map { _ in stream.word() }
  }
}
