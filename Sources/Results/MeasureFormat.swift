import Parameters

package typealias MeasureFormat = Unit.Form

extension Unit.Form {
  package init(unit: String) { self = Unit(unit).form }

  /// The value for reading, such as `357`, `17.2%` or `£23.8m`; an en dash for no value.
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    switch self {
    case .whole: return MeasureFormat.fixed(value, decimals: 0, grouped: true)
    case .oneDecimal: return MeasureFormat.fixed(value, decimals: 1, grouped: true)
    case .share: return MeasureFormat.fixed(value * 100, decimals: 1) + "%"
    case .pounds:
      let millions = MeasureFormat.fixed(value.magnitude / 1_000_000, decimals: 1, grouped: true)
      return (value < 0 && millions != "0.0" ? "-" : "") + "£" + millions + "m"
    }
  }

  /// The value without its sign for percent or millions of pounds, for tables that name the unit beside the label.
  package func bare(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    switch self {
    case .whole, .oneDecimal: return text(value)
    case .share: return MeasureFormat.fixed(value * 100, decimals: 1)
    case .pounds: return MeasureFormat.fixed(value / 1_000_000, decimals: 1, grouped: true)
    }
  }

  /// What a label adds to say the unit of its bare values; empty for plain counts.
  package var labelEnding: String {
    switch self {
    case .whole, .oneDecimal: ""
    case .share: ", %"
    case .pounds: ", £m"
    }
  }

  /// The median and the 80% range, such as `383 (361 to 402)`.
  package func median(of estimate: Estimate) -> String {
    guard estimate.n > 0 else { return "–" }
    return "\(text(estimate.p50)) (\(text(estimate.p10)) to \(text(estimate.p90)))"
  }

  /// A number with that many decimals (0 to 6), with a comma between thousands when `grouped`.
  package static func fixed(_ value: Double, decimals: Int, grouped: Bool = false) -> String {
    let unit = [1.0, 10, 100, 1_000, 10_000, 100_000, 1_000_000][decimals]
    let scaled = (value.magnitude * unit).rounded()
    guard scaled < 1e15 else { return PlainNumber.text(value, digits: 6) }
    let whole = Int(scaled / unit)
    var text = grouped ? thousands(whole) : String(whole)
    if decimals > 0 {
      let rest = String(Int(scaled) - whole * Int(unit))
      text += "." + String(repeating: "0", count: decimals - rest.count) + rest
    }
    return value < 0 && scaled > 0 ? "-" + text : text
  }

  private static func thousands(_ value: Int) -> String {
    let digits = Array(String(value))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : String(digit)
    }.joined()
  }
}
