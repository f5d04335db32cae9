import Notation
import Results

/// Headline means that are not known well enough: the 95% interval is wider than 5% of the mean either way.
struct PrecisionLines {
  /// Half the width of the 95% interval over the mean.
  private static let wanted = 0.05

  private let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    guard let year = Horizon.financialYears(of: result).last else { return [] }
    var vague: [String] = []
    var enough = 0
    for headline in result.series.headlines {
      guard let estimate = Horizon.reading(of: headline.place, in: year, of: result), estimate.mean != 0
      else {
        continue
      }
      let half = (estimate.interval.upperBound - estimate.interval.lowerBound) / 2 / estimate.mean.magnitude
      guard estimate.n > 1, half.isFinite else {
        vague.append("\(headline.label) (a single replication says nothing about precision)")
        continue
      }
      guard half > PrecisionLines.wanted else { continue }
      vague.append("\(headline.label) (±\(Phrase.percent(half, decimals: 1)))")
      let ratio = half / PrecisionLines.wanted
      enough = max(enough, Int((Double(estimate.n) * ratio * ratio).rounded(.up)))
    }
    guard !vague.isEmpty else {
      return Prose.wrap(
        "Precision: every headline mean of \(year) is known to ±5% or better (95%).", width: width)
    }
    var text = "Not precise enough in \(year) (95% interval of the mean wider than ±5%): "
    text += vague.joined(separator: ", ") + "."
    if enough > 0 { text += " About \(Words.count(Words.roundedUp(enough), "replication")) would be enough." }
    return Prose.wrap(text, width: width).map(style.warning)
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
