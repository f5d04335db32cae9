import CGSL

/// Points that fill the unit cube evenly: Sobol's sequence of the GNU Scientific Library, moved round by a shift.
///
/// Source: I. M. Sobol, USSR Computational Mathematics and Mathematical Physics 7, 1967, with the direction numbers of
/// Antonov and Saleev (1979).
public struct SobolSequence: ~Copyable {
  /// The library gives points of zeros beyond this many dimensions.
  public static let mostDimensions = 40

  private let generator: UnsafeMutablePointer<gsl_qrng>
  private let shift: [Double]

  /// - Parameter shift: what is added to each coordinate, modulo 1: one number for each dimension, of which there are
  ///   1 to 40. Zeros give the plain sequence.
  public init(shift: [Double]) {
    precondition(
      (1...SobolSequence.mostDimensions).contains(shift.count), "Sobol points have 1 to 40 dimensions.")
    guard let made = gsl_qrng_alloc(caseload_qrng_sobol(), UInt32(shift.count)) else {
      preconditionFailure("There is no memory for a Sobol sequence.")
    }
    generator = made
    self.shift = shift
  }

  deinit { gsl_qrng_free(generator) }

  /// The next point, each coordinate from 0 to below 1.
  public mutating func next() -> [Double] {
    var point = [Double](repeating: 0, count: shift.count)
    _ = gsl_qrng_get(generator, &point)
    return zip(point, shift).map { coordinate, move in
      let moved = coordinate + move
      return moved < 1 ? moved : moved - 1
    }
  }
}
