/// A law from which a length is drawn: how long a stage lasts, how long a post stays vacant.
///
/// A plain value: copies are cheap, and two that were made alike are equal. The unit is the caller's (days, as a
/// rule). Draws go through GSL's samplers. A maker refuses parameters out of its range; who reads them from a file
/// checks them first.
@frozen
public struct Distribution: BitwiseCopyable, Equatable, Sendable {
  /// The families of laws.
  @frozen
  public enum Family: UInt8, Sendable, CaseIterable {
    case constant, exponential, uniform, triangular, gamma, weibull, lognormal, pert, hyperexponential,
      empirical
  }

  /// The law's family.
  public let family: Family

  // What the four numbers mean, by family:
  //   constant          value
  //   exponential       mean
  //   uniform           minimum, maximum
  //   triangular        minimum, mode, maximum
  //   gamma, weibull    shape, scale
  //   lognormal         mean and standard deviation of the logarithm
  //   pert              minimum, maximum, and the two shapes of the beta between them
  //   hyperexponential  share of the first phase, mean of the first, mean of the second
  @usableFromInline let first: Double
  @usableFromInline let second: Double
  @usableFromInline let third: Double
  @usableFromInline let fourth: Double
  @usableFromInline let table: EmpiricalTable?

  init(
    _ family: Family, _ first: Double, _ second: Double = 0, _ third: Double = 0, _ fourth: Double = 0,
    table: EmpiricalTable? = nil
  ) {
    precondition(
      first.isFinite && second.isFinite && third.isFinite && fourth.isFinite,
      "A distribution's parameters must be numbers.")
    (self.family, self.first, self.second, self.third) = (family, first, second, third)
    (self.fourth, self.table) = (fourth, table)
  }
}
