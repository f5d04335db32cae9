/// What the replications say of one number: as much of it as a table of evidence holds. Not a number where nothing had
/// a value.
package struct Spread: Sendable, Equatable {
  package var mean = Double.nan
  /// Monte Carlo standard error of the mean, and the ends of its 95% interval.
  package var standardError = Double.nan, lower = Double.nan, upper = Double.nan
  /// Quantiles over replications.
  package var p05 = Double.nan, p10 = Double.nan, p25 = Double.nan, p50 = Double.nan
  package var p75 = Double.nan, p80 = Double.nan, p90 = Double.nan, p95 = Double.nan

  package init() {}

  /// Whether the interval of the mean leaves zero out; no where there is none.
  package var isApart: Bool { lower > 0 || upper < 0 }

  /// All but the 80th percentile, which an estimate does not have.
  package init(_ estimate: Estimate) {
    guard estimate.n > 0 else { return }
    mean = estimate.mean
    standardError = estimate.standardError
    (lower, upper) = (estimate.interval.lowerBound, estimate.interval.upperBound)
    (p05, p10, p25, p50) = (estimate.p05, estimate.p10, estimate.p25, estimate.p50)
    (p75, p90, p95) = (estimate.p75, estimate.p90, estimate.p95)
  }

  /// One of its figures, as a column shows it.
  package struct Part: Sendable {
    let path: WritableKeyPath<Spread, Double> & Sendable
    let meaning: String

    package static let mean = Part(path: \.mean, meaning: "mean")
    package static let error = Part(path: \.standardError, meaning: "standard error of the mean")
    package static let lower = Part(path: \.lower, meaning: "lower end of the mean's 95% interval")
    package static let upper = Part(path: \.upper, meaning: "upper end of the mean's 95% interval")
    package static let p05 = Part(path: \.p05, meaning: "5th percentile")
    package static let p10 = Part(path: \.p10, meaning: "10th percentile")
    package static let p25 = Part(path: \.p25, meaning: "lower quartile")
    package static let p50 = Part(path: \.p50, meaning: "median")
    package static let p75 = Part(path: \.p75, meaning: "upper quartile")
    package static let p80 = Part(path: \.p80, meaning: "80th percentile")
    package static let p90 = Part(path: \.p90, meaning: "90th percentile")
    package static let p95 = Part(path: \.p95, meaning: "95th percentile")
  }
}

extension Column {
  /// Some of what the replications say of one number, each in a column; `inPounds` to the penny.
  package static func spread(
    _ spread: WritableKeyPath<Row, Spread> & Sendable, _ what: String, inPounds: Bool = false,
    _ columns: KeyValuePairs<String, Spread.Part>
  ) -> Column {
    let columns = columns.map { (name: $0.key, part: $0.value) }
    return Column(parts: columns.map { Part(name: $0.name, meaning: "\(what): \($0.part.meaning).") }) {
      row, text in
      for column in columns {
        let number = row[keyPath: spread][keyPath: column.part.path]
        if inPounds { text.cell(pounds: number) } else { number.write(to: &text) }
      }
    } read: { cells, row throws(ReadFailure) in
      for column in columns {
        row[keyPath: spread][keyPath: column.part.path] = try cells.number(column.name)
      }
    }
  }

  /// A share of trials and the ends of its 95% interval, worked out from the row; empty where there was no trial.
  package static func share(
    _ likelihood: @escaping @Sendable (Row) -> Likelihood, _ what: String, _ share: String, _ lower: String,
    _ upper: String
  ) -> Column {
    let meanings = ["", ", lower end of Wilson's 95% interval", ", upper end of the interval"]
    let parts = zip([share, lower, upper], meanings).map { Part(name: $0, meaning: what + $1 + ".") }
    return Column(parts: parts) { row, text in
      let found = likelihood(row)
      let interval = found.trials > 0 ? found.interval : nil
      for number in [found.share, interval?.lower, interval?.upper] { number.write(to: &text) }
    }
  }
}
