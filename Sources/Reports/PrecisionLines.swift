import Notation
import Results
import Statistics

/// Headline means that are not known well enough: the 95% interval is wider than 5% of the mean either way.
struct PrecisionLines {
  /// Half the width of the 95% interval over the mean.
  private static let wanted = 0.05

  private let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    guard let year = Horizon.financialYears(of: result).last else { return [] }
    var vague: [String] = []
    var nearZero: [String] = []
    for headline in result.series.headlines {
      guard let estimate = Horizon.reading(of: headline.place, in: year, of: result), estimate.mean != 0
      else {
        continue
      }
      let half = (estimate.interval.upperBound - estimate.interval.lowerBound) / 2
      let share = half / estimate.mean.magnitude
      guard estimate.n > 1, share.isFinite else {
        vague.append("\(headline.name) (a single replication says nothing about precision)")
        continue
      }
      guard share > PrecisionLines.wanted else { continue }
      if share > Precision.nearZero {
        nearZero.append("\(headline.name) (mean \(fine(estimate.mean, half, headline)))")
      } else {
        vague.append(
          "\(headline.name) (±\(Phrase.percent(share, decimals: 1)); \(enough(estimate)))")
      }
    }
    guard !vague.isEmpty || !nearZero.isEmpty else {
      return Prose.wrap(
        "Precision: every headline mean of \(year) is known to ±5% or better (95%).", width: width)
    }
    var sentences: [String] = []
    if !vague.isEmpty {
      sentences.append(
        "Not precise enough in \(year) (95% interval of the mean wider than ±5%): "
          + vague.joined(separator: ", ") + ".")
    }
    if !nearZero.isEmpty {
      sentences.append(
        "Too near 0 in \(year) for a share of the mean to say anything: "
          + nearZero.joined(separator: ", ") + ".")
    }
    return Prose.wrap(sentences.joined(separator: " "), width: width).map(style.warning)
  }

  /// How many replications would bring a mean to the wanted precision.
  private func enough(_ estimate: Estimate) -> String {
    let needed = Precision.replicationsNeeded(
      relativeHalfWidth: PrecisionLines.wanted, n: estimate.n, mean: estimate.mean,
      standardDeviation: estimate.standardError * Double(estimate.n).squareRoot())
    guard let needed else { return "no number of replications would do" }
    return "about \(Words.count(Words.roundedUp(needed), "replication")) would do"
  }

  /// A mean and the half-width of its interval.
  private func fine(_ mean: Double, _ half: Double, _ headline: Headline) -> String {
    let form = result.series[headline.place].unit.form
    let format = form.format.with(decimals: form.format.decimals + 1)
    return "\(format.text(mean)) ± \(format.text(half))"
  }
}

extension Words {
  /// A number of things to ask for, rounded up to two significant digits.
  static func roundedUp(_ number: Int) -> Int {
    var step = 1
    while number / step >= 100 { step *= 10 }
    return (number + step - 1) / step * step
  }
}
