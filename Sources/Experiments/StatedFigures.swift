import Parameters
import Results
import ServiceModel

/// Where a result contradicts what its own scenario says of the same thing.
package enum StatedFigures {
  /// How many times a measure may be what the scenario leads one to expect, or the other way round.
  static let mostRatio = 1.5

  /// One sentence for each measure that comes out much higher or lower than its inputs say.
  package static func notes(_ result: ResultSet, _ parameters: ServiceParameters) -> [String] {
    parameters.statedFigures.compactMap { stated in
      guard let place = result.series.place(of: stated.measure, stated.breakdown), stated.value > 0 else {
        return nil
      }
      let means = result.years.filter { $0.series == place && $0.workforceYear == nil && $0.estimate.n > 0 }
        .map(\.estimate.mean)
      guard !means.isEmpty else { return nil }
      let mean = means.reduce(0, +) / Double(means.count)
      guard mean > stated.value * mostRatio || mean < stated.value / mostRatio else { return nil }
      let form = result.series[place].unit.form
      return
        "\(stated.what): the scenario's own values (\(stated.paths.joined(separator: ", "))) lead one to expect "
        + "\(words(stated.value, form, result.series[place])), and \(words(mean, form, result.series[place])) comes "
        + "out on average over the years: \(stated.reason)."
    }
  }

  private static func words(_ value: Double, _ form: Unit.Form, _ series: Series) -> String {
    guard series.unit == .days else { return form.text(value) }
    return "\(Phrase.number(value)) days (\(Phrase.number(value / 7)) weeks)"
  }
}
