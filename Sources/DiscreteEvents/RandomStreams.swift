public import CGSL
public import CRandomStreams

/// The random numbers of one replication: one generator, pointed at a stream when a stream is wanted.
///
/// A stream is a key, not an object. It is named by (seed, replication, purpose, entity, occurrence) and always gives
/// the same draws, whatever was drawn before from other streams, in whatever order, thread or process. So a draw added
/// for one purpose shifts no other, and two scenarios that share a seed meet the same people.
///
/// The generator is Philox4x64-10 (Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", SC11) with key
/// (seed, replication) and counter (block, occurrence, entity, purpose). It gives the same words as numpy's
/// `Philox(key=seed + (replication << 64), counter=((occurrence << 64) + (entity << 128) + (purpose << 192) - 1) % 2**256)`.
@frozen
public struct RandomStreams: ~Copyable {
  @usableFromInline let generator: UnsafeMutablePointer<gsl_rng>

  /// The streams of one replication of an experiment. Replications of one seed never share a draw.
  public init(seed: UInt64, replication: UInt64) {
    _ = GSLErrors.off
    guard let generator = gsl_rng_alloc(caseload_philox4x64()) else {
      preconditionFailure("There is no memory for a random generator of 88 bytes.")
    }
    self.generator = generator
    caseload_philox_rekey(generator, seed, replication)
  }

  deinit { gsl_rng_free(generator) }

  /// Turns these into the streams of another replication. Handles given out before are no longer valid.
  @inlinable
  public mutating func rekey(seed: UInt64, replication: UInt64) {
    caseload_philox_rekey(generator, seed, replication)
  }

  /// Points the generator at the beginning of a stream.
  ///
  /// - Parameters:
  ///   - purpose: what the draws decide, for example how long an assessment takes.
  ///   - entity: whose draws they are.
  ///   - occurrence: how many times before, for a purpose that recurs in one life.
  /// - Returns: a handle that draws from the stream: valid until the next call of `stream` or `rekey`, and not
  ///   beyond the life of these streams.
  /// - Complexity: five stores; the first draw makes a block of four words.
  @inlinable
  public borrowing func stream(
    _ purpose: UInt32, entity: UInt64, occurrence: UInt32 = 0
  ) -> RandomStream {
    caseload_philox_point(generator, purpose, entity, occurrence)
    return RandomStream(generator: generator)
  }
}
