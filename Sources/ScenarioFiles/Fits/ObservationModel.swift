import Parameters

/// How far published figures are from what they measure, beyond the chance that the model has itself.
///
/// The defaults are assumptions, of the size that releases of the Department for Education name for revisions between
/// releases and rounding; a target's own `tolerance` stands above them.
package struct ObservationModel: Sendable, Equatable {
  /// Relative standard deviation of a number at a date.
  package var stocks = 0.015
  /// Variance of a yearly count over that of a Poisson count, 1 or more: what goes beyond 1 is what years have in common
  /// that the model does not have.
  package var flows = 1.3
  /// Standard deviation of the logit of a share.
  package var rates = 0.1
  /// Relative standard deviation of money.
  package var money = 0.03
  /// The multiple to which counts of children are published; 1 where they are exact.
  package var rounding = 5.0

  package init() {}

  static let numbers:
    [(name: String, path: WritableKeyPath<ObservationModel, Double> & Sendable, range: ClosedRange<Double>)] =
      [
        ("stocks", \.stocks, 0...1), ("flows", \.flows, 1...100), ("rates", \.rates, 0...5),
        ("money", \.money, 0...1), ("rounding", \.rounding, 1...1000),
      ]

  /// Standard deviation of a figure of a series, in its unit.
  ///
  /// - Parameter tolerance: relative, where the figure has one of its own.
  package func deviation(of value: Double, _ series: Series, tolerance: Double?) -> Double {
    let size = value.magnitude
    let own: Double =
      if let tolerance {
        tolerance * size
      } else if series.unit == .share {
        rates * size * max(0, 1 - size)
      } else if series.subject == .money {
        money * size
      } else if series.gathering == .flow {
        ((flows - 1) * size).squareRoot()
      } else {
        stocks * size
      }
    let isCount = series.subject == .children && (series.gathering == .flow || series.gathering == .stock)
    let rounded = isCount && rounding > 1 ? rounding / 12.0.squareRoot() : 0
    return (own * own + rounded * rounded).squareRoot()
  }
}
