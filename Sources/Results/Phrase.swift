/// Numbers as a reader of evidence meets them.
package enum Phrase {
  /// A number with that many decimals, thousands grouped.
  package static func number(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite else { return "–" }
    return MeasureFormat.fixed(value, decimals: decimals, grouped: true)
  }

  /// A share as a percentage, such as `17.2%`; for a probability use `Likelihood`, which never says 0%.
  package static func percent(_ share: Double, decimals: Int = 1) -> String {
    guard share.isFinite else { return "–" }
    return MeasureFormat.fixed(share * 100, decimals: decimals) + "%"
  }

  /// Pounds in words of a fitting size: `£23.8m`, `£840k` or `£512`.
  package static func pounds(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = value.magnitude
    let text: String
    if size >= 999_500 {
      text = "£" + MeasureFormat.fixed(size / 1e6, decimals: size >= 99.95e6 ? 0 : 1, grouped: true) + "m"
    } else if size >= 9_950 {
      text = "£" + MeasureFormat.fixed(size / 1e3, decimals: 0) + "k"
    } else {
      text = "£" + MeasureFormat.fixed(size, decimals: 0, grouped: true)
    }
    return value < 0 && text != "£0" ? "-" + text : text
  }

  /// Pounds and pence without grouping, for tables: `-12.05`.
  package static func pounds(pence: Int) -> String {
    let (pounds, rest) = pence.magnitude.quotientAndRemainder(dividingBy: 100)
    return (pence < 0 ? "-" : "") + "\(pounds)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
