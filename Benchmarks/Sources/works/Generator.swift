import CGSL
import CRandomStreams
import DiscreteEvents

/// The generators under measurement.
enum Generator: String, CaseIterable {
  case philox = "Philox4x64-10"
  case mersenneTwister = "mt19937"
}

/// One stream for each purpose of a work, each with a generator of its own, keyed once.
final class Streams {
  private let generators: [UnsafeMutablePointer<gsl_rng>]

  init(_ generator: Generator, purposes: Int, seed: UInt64, replication: UInt64) {
    _ = GSLErrors.off
    generators = (0..<purposes).map { purpose in
      let type = generator == .philox ? caseload_philox4x64() : caseload_mt19937()
      guard let made = gsl_rng_alloc(type) else { preconditionFailure("There is no memory for a generator.") }
      switch generator {
      case .philox:
        caseload_philox_rekey(made, seed, replication)
        caseload_philox_point(made, UInt32(purpose), 0, 0)
      case .mersenneTwister:
        gsl_rng_set(made, UInt(seed) &* 1_000_003 &+ UInt(replication) &* 101 &+ UInt(purpose))
      }
      return made
    }
  }

  deinit { for generator in generators { gsl_rng_free(generator) } }

  subscript(purpose: Int) -> RandomStream { RandomStream(generator: generators[purpose]) }
}
