import Notation
import Parameters

package typealias MeasureFormat = Unit.Form

/// How quantities are shown to people, by their unit.
extension Unit.Form {
  package init(unit: String) { self = Unit(unit).form }

  package var format: ValueFormat {
    switch self {
    case .whole: ValueFormat()
    case .oneDecimal: ValueFormat(decimals: 1)
    case .share: .percent
    case .pounds: .millions
    }
  }

  /// The value for reading, such as `357`, `17.2%` or `£23.8m`; an en dash for no value.
  package func text(_ value: Double) -> String { format.text(value) }

  /// The value without its sign for percent or millions of pounds, for tables that name the unit beside the label.
  package func bare(_ value: Double) -> String { format.bare(value) }

  /// The value where small differences count: pounds whole, plain numbers with two decimals or four.
  package func fine(_ value: Double) -> String {
    switch self {
    case .share: text(value)
    case .pounds: ValueFormat.pounds.text(value)
    case .whole, .oneDecimal: Phrase.number(value, decimals: value.magnitude < 1 ? 4 : 2)
    }
  }

  /// What a label adds to say the unit of its bare values; empty for plain counts.
  package var labelEnding: String { format.labelEnding }

  /// The median and the 80% range, such as `383 (361 to 402)`.
  package func median(of estimate: Estimate) -> String {
    guard estimate.n > 0 else { return "–" }
    return "\(text(estimate.p50)) (\(text(estimate.p10)) to \(text(estimate.p90)))"
  }
}

extension Series {
  /// What a label adds to say the unit of its bare values, and of money whose prices it is in.
  package var labelEnding: String { unit.form.labelEnding + (priceBasis.isEmpty ? "" : " " + priceBasis) }

  /// `nominal` for money of the day; empty for what is no money.
  package var priceBasis: String { unit == .pounds ? "nominal" : "" }
}
