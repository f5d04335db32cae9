import CGSL

/// Distribution functions of the GNU Scientific Library, with its habit of aborting on an error switched off.
enum SpecialFunctions {
  /// Reading this once stops the library from ending the process; a failed call then returns a number to be checked.
  private static let quiet: Void = { _ = gsl_set_error_handler_off() }()

  static func normalCumulative(_ z: Double) -> Double {
    quiet
    return gsl_cdf_ugaussian_P(z)
  }

  static func normalQuantile(_ p: Double) -> Double {
    quiet
    return gsl_cdf_ugaussian_Pinv(p)
  }

  static func studentUpperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    quiet
    return gsl_cdf_tdist_Q(t, degreesOfFreedom)
  }

  static func studentQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    quiet
    return gsl_cdf_tdist_Pinv(p, degreesOfFreedom)
  }

  static func betaQuantile(_ p: Double, _ first: Double, _ second: Double) -> Double {
    quiet
    let found = gsl_cdf_beta_Pinv(p, first, second)
    guard !found.isFinite else { return found }
    // The library's search fails for some lopsided shapes, such as 50 and 100,000; halving never does.
    var low = 0.0
    var high = 1.0
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if gsl_cdf_beta_P(middle, first, second) < p { low = middle } else { high = middle }
    }
  }

  /// Probability that a gamma variable with that shape and scale 1 is at most x.
  static func gammaCumulative(_ x: Double, shape: Double) -> Double {
    quiet
    return gsl_cdf_gamma_P(x, shape, 1)
  }

  static func gammaFunction(_ x: Double) -> Double {
    quiet
    return gsl_sf_gamma(x)
  }

  /// Probability of at most that many successes; zero below none.
  static func binomialCumulative(_ successes: Int, trials: Int, probability: Double) -> Double {
    quiet
    guard successes >= 0 else { return 0 }
    guard successes < trials else { return 1 }
    return gsl_cdf_binomial_P(UInt32(successes), probability, UInt32(trials))
  }

  /// Probability of at most that many events; zero below none.
  static func poissonCumulative(_ events: Int, mean: Double) -> Double {
    quiet
    guard events >= 0 else { return 0 }
    return gsl_cdf_poisson_P(UInt32(events), mean)
  }

  static func binomialProbability(_ successes: Int, trials: Int, probability: Double) -> Double {
    quiet
    guard (0...trials).contains(successes) else { return 0 }
    return gsl_ran_binomial_pdf(UInt32(successes), probability, UInt32(trials))
  }

  static func poissonProbability(_ events: Int, mean: Double) -> Double {
    quiet
    return events < 0 ? 0 : gsl_ran_poisson_pdf(UInt32(events), mean)
  }

  /// Probabilities of a chi-square variable at most, and above, a value.
  static func chiSquareTails(_ value: Double, degreesOfFreedom: Double) -> (lower: Double, upper: Double) {
    quiet
    return (gsl_cdf_chisq_P(value, degreesOfFreedom), gsl_cdf_chisq_Q(value, degreesOfFreedom))
  }

  /// Integral of a smooth function by Gauss-Legendre quadrature, exact for polynomials below degree `2 points`.
  static func integral(
    from lower: Double, to upper: Double, points: Int = 128, of function: (Double) -> Double
  ) -> Double {
    quiet
    guard let table = gsl_integration_glfixed_table_alloc(points) else { return .nan }
    defer { gsl_integration_glfixed_table_free(table) }
    var total = 0.0
    for index in 0..<points {
      var place = 0.0
      var weight = 0.0
      _ = gsl_integration_glfixed_point(lower, upper, index, &place, &weight, table)
      total += weight * function(place)
    }
    return total
  }
}
