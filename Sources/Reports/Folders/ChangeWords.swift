import Charts
import Dates
import Notation
import Results

/// Changes of a quantity in words, by its unit.
struct ChangeWords {
  let unit: String

  init(_ unit: String) { self.unit = unit }

  private var form: MeasureFormat { MeasureFormat(unit: unit) }

  /// The unit behind a number of changes; empty for money, whose sign stands before it.
  private var ending: String {
    switch form {
    case .share: " percentage points"
    case .pounds: ""
    case .whole, .oneDecimal: unit == "-" || unit.isEmpty ? "" : " " + unit
    }
  }

  /// A change without its unit and with its sign: `−2.3`, `+£1.2m`.
  func signed(_ value: Double, beside others: [Double] = []) -> String {
    let text = bare(value, others)
    let isNothing = !text.contains { ("1"..."9").contains($0) }
    return Typeset.minus(isNothing ? text.replacing("-", with: "") : value > 0 ? "+" + text : text)
  }

  private func bare(_ value: Double, _ others: [Double]) -> String {
    switch form {
    case .pounds: return Phrase.pounds(value)
    case .share: return ValueFormat(multiplier: 100, decimals: 1).telling([value] + others).text(value)
    case .whole, .oneDecimal: return ValueFormat(decimals: 1).telling([value] + others).text(value)
    }
  }

  /// `lower by 2.3 percentage points (95% interval of the change −2.6 to −1.9)`.
  func phrase(_ mean: Double, _ lower: Double, _ upper: Double) -> String {
    let size = bare(mean.magnitude, [lower, upper])
    return "\(mean < 0 ? "lower" : "higher") by \(size)\(ending) (95% interval of the change "
      + "\(signed(lower, beside: [mean])) to \(signed(upper, beside: [mean])))"
  }

  /// `−2.3 (−2.6 to −1.9) percentage points`.
  func short(_ mean: Double, _ lower: Double, _ upper: Double) -> String {
    guard mean.isFinite else { return "–" }
    let all = [mean, lower, upper]
    return
      "\(signed(mean, beside: all)) (\(signed(lower, beside: all)) to \(signed(upper, beside: all)))\(ending)"
  }

  /// A level with its unit: `£23.8m`, `17.2%`, `357.0 children`.
  func level(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    switch form {
    case .pounds: return Typeset.minus(Phrase.pounds(value))
    case .share: return Typeset.minus(form.text(value))
    case .whole, .oneDecimal:
      return Typeset.minus(Self.plain(value).telling([value]).text(value)) + ending
    }
  }

  /// `334 to 659 children`: the ends of a range, with the unit once.
  func range(_ low: Double, _ high: Double) -> String {
    guard form == .whole || form == .oneDecimal, low.isFinite, high.isFinite else {
      return "\(level(low)) to \(level(high))"
    }
    let format = form == .whole ? ValueFormat() : Self.plain(high)
    return Typeset.minus("\(format.text(low)) to \(format.text(high))") + ending
  }

  /// Plain numbers, with a decimal where they are small.
  private static func plain(_ largest: Double) -> ValueFormat {
    ValueFormat(decimals: largest.magnitude >= 1000 ? 0 : 1)
  }

  /// The same where the unit is said elsewhere, as on an axis.
  func axis(upTo largest: Double) -> ValueFormat {
    form == .pounds
      ? .money(upTo: largest) : form == .share ? .percent : Self.plain(largest).telling([largest])
  }

  /// ISO dates in a text as people write them.
  static func dated(_ text: String) -> String {
    text.replacing(#/\d{4}-\d{2}-\d{2}/#) { match in
      CivilDate(iso: String(match.output))?.inWords ?? String(match.output)
    }
  }
}

extension Spread {
  /// An amount of pounds with its interval: `+£1.2m (+£0.8m to +£1.6m)`.
  var poundsInWords: String { ChangeWords("£").short(mean, lower, upper) }
}
