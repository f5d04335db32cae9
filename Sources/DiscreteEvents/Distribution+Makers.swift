extension Distribution {
  /// Always the same value; draws nothing.
  public static func constant(_ value: Double) -> Distribution { Distribution(.constant, value) }

  /// Exponential with that mean, above 0. Its coefficient of variation is 1.
  public static func exponential(mean: Double) -> Distribution {
    precondition(mean > 0, "An exponential's mean is above 0.")
    return Distribution(.exponential, mean)
  }

  /// Uniform between two values, the first not above the second.
  public static func uniform(_ minimum: Double, _ maximum: Double) -> Distribution {
    precondition(minimum <= maximum, "A uniform's minimum is not above its maximum.")
    return minimum == maximum ? .constant(minimum) : Distribution(.uniform, minimum, maximum)
  }

  /// Triangular: minimum not above mode, mode not above maximum. Its mean is the mean of the three.
  public static func triangular(minimum: Double, mode: Double, maximum: Double) -> Distribution {
    precondition(minimum <= mode && mode <= maximum, "A triangular's mode lies between minimum and maximum.")
    return minimum == maximum ? .constant(mode) : Distribution(.triangular, minimum, mode, maximum)
  }

  /// Gamma with that mean and coefficient of variation, both 0 or more; constant when either is 0.
  public static func gamma(mean: Double, cv: Double) -> Distribution {
    precondition(mean >= 0 && cv >= 0, "A gamma's mean and coefficient of variation are not below 0.")
    if mean == 0 || cv == 0 { return .constant(mean) }
    return .gamma(shape: 1 / (cv * cv), scale: mean * cv * cv)
  }

  /// Gamma with mean `shape * scale` and variance `shape * scale^2`; both above 0.
  public static func gamma(shape: Double, scale: Double) -> Distribution {
    precondition(shape > 0 && scale > 0, "A gamma's shape and scale are above 0.")
    return Distribution(.gamma, shape, scale)
  }

  /// Erlang: the sum of that many (1 or more) exponential phases, with that mean (above 0) in all.
  public static func erlang(mean: Double, phases: Int) -> Distribution {
    precondition(phases >= 1, "An Erlang has at least one phase.")
    return .gamma(shape: Double(phases), scale: mean / Double(phases))
  }

  /// Weibull with survival exp(-(x / scale)^shape); both above 0.
  public static func weibull(shape: Double, scale: Double) -> Distribution {
    precondition(shape > 0 && scale > 0, "A Weibull's shape and scale are above 0.")
    return Distribution(.weibull, shape, scale)
  }

  /// Weibull with that shape and mean, both above 0. The hazard falls with time below shape 1, and rises above it.
  public static func weibull(shape: Double, mean: Double) -> Distribution {
    .weibull(shape: shape, scale: mean / WeibullLaw.moment(1, shape: shape))
  }

  /// Weibull with that mean (0 or more) and coefficient of variation (0, or 0.001 to 50; the shape is solved for);
  /// constant when either is 0.
  public static func weibull(mean: Double, cv: Double) -> Distribution {
    precondition(mean >= 0 && cv >= 0, "A Weibull's mean and coefficient of variation are not below 0.")
    if mean == 0 || cv == 0 { return .constant(mean) }
    return .weibull(shape: WeibullLaw.shape(cv: cv), mean: mean)
  }

  /// Lognormal with that mean and coefficient of variation, both 0 or more; constant when either is 0.
  public static func lognormal(mean: Double, cv: Double) -> Distribution {
    precondition(mean >= 0 && cv >= 0, "A lognormal's mean and coefficient of variation are not below 0.")
    if mean == 0 || cv == 0 { return .constant(mean) }
    let (mu, sigma) = LognormalLaw.parameters(mean: mean, cv: cv)
    return .lognormal(mu: mu, sigma: sigma)
  }

  /// Lognormal whose logarithm has that mean and standard deviation (above 0).
  public static func lognormal(mu: Double, sigma: Double) -> Distribution {
    precondition(sigma > 0, "A lognormal's sigma is above 0.")
    return Distribution(.lognormal, mu, sigma)
  }

  /// PERT: a beta between minimum and maximum with mean `(minimum + 4 mode + maximum) / 6`.
  public static func pert(minimum: Double, mode: Double, maximum: Double) -> Distribution {
    precondition(minimum <= mode && mode <= maximum, "A PERT's mode lies between minimum and maximum.")
    if minimum == maximum { return .constant(mode) }
    let width = maximum - minimum
    return Distribution(
      .pert, minimum, maximum, 1 + 4 * (mode - minimum) / width, 1 + 4 * (maximum - mode) / width)
  }

  /// Two exponential phases, one or the other, with that mean (above 0) and coefficient of variation (1 or more).
  ///
  /// Balanced means: each phase carries half of the mean, share p1 times mean m1 = p2 m2. At 1 it is the
  /// exponential.
  public static func hyperexponential(mean: Double, cv: Double) -> Distribution {
    precondition(
      mean > 0 && cv >= 1, "A hyperexponential's mean is above 0, its coefficient of variation 1 or more.")
    if cv == 1 { return .exponential(mean: mean) }
    let share = 0.5 * (1 + ((cv * cv - 1) / (cv * cv + 1)).squareRoot())
    return .twoPhase(share: share, firstMean: mean / (2 * share), secondMean: mean / (2 * (1 - share)))
  }

  /// Exponential with the first mean for that share (0 to 1), and with the second mean for the rest.
  public static func twoPhase(share: Double, firstMean: Double, secondMean: Double) -> Distribution {
    precondition((0...1).contains(share), "A phase's share lies between 0 and 1.")
    precondition(firstMean > 0 && secondMean > 0, "A phase's mean is above 0.")
    return Distribution(.hyperexponential, share, firstMean, secondMean)
  }

  /// One of those values, each in proportion to its weight (0 or more, not all 0).
  public static func empirical(values: [Double], weights: [Double]) -> Distribution {
    Distribution(.empirical, 0, table: .of(values: values, weights: weights))
  }
}
