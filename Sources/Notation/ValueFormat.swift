/// How a number is shown to people: `446`, `17.2%`, `£23.8m`; an en dash where there is none. Nothing else shows numbers;
/// what machines read is a `PlainNumber`.
package struct ValueFormat: Sendable, Equatable {
  /// Before the number, such as a pound sign.
  package var prefix: String
  /// After it, such as `%` or `m`.
  package var suffix: String
  /// What a value is multiplied by before it is written: 100 for a share shown in percent.
  package var multiplier: Double
  /// Decimals of a value in a table or beside a mark, 0 to 6.
  package var decimals: Int

  package init(prefix: String = "", suffix: String = "", multiplier: Double = 1, decimals: Int = 0) {
    precondition((0...6).contains(decimals), "a value has no more than six decimals")
    (self.prefix, self.suffix, self.multiplier, self.decimals) = (prefix, suffix, multiplier, decimals)
  }

  /// A share from 0 to 1, in percent.
  package static let percent = ValueFormat(suffix: "%", multiplier: 100, decimals: 1)
  package static let pounds = ValueFormat(prefix: "£")
  /// Pounds, in thousands or millions.
  package static let thousands = ValueFormat(prefix: "£", suffix: "k", multiplier: 1e-3)
  package static let millions = ValueFormat(prefix: "£", suffix: "m", multiplier: 1e-6, decimals: 1)

  /// Pounds in millions, or in thousands where the largest amount is below a million, with as many decimals as tell
  /// three digits of the largest.
  package static func money(upTo largest: Double) -> ValueFormat {
    switch abs(largest) {
    case 10_000_000...: millions
    case 1_000_000...: millions.with(decimals: 2)
    default: thousands
    }
  }

  package func with(decimals: Int) -> ValueFormat {
    ValueFormat(prefix: prefix, suffix: suffix, multiplier: multiplier, decimals: decimals)
  }

  /// The same with as many decimals as keep each of these values from being shown as 0, unless it is 0.
  package func telling(_ values: [Double]) -> ValueFormat {
    var format = self
    func isLost(_ value: Double) -> Bool {
      value != 0 && value.isFinite && !format.bare(value).contains { ("1"..."9").contains($0) }
    }
    while format.decimals < 6, values.contains(where: isLost) {
      format = format.with(decimals: format.decimals + 1)
    }
    return format
  }

  /// The value for reading.
  package func text(_ value: Double) -> String { prefixed(value, prefix, suffix, decimals) }

  /// The value without what stands before and after it, for tables that name the unit beside the label.
  package func bare(_ value: Double) -> String { prefixed(value, "", "", decimals) }

  /// The value with its sign, for a change.
  package func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + text(value) }

  /// What a label adds to say the unit of its bare values; empty for plain numbers.
  package var labelEnding: String { (prefix + suffix).isEmpty ? "" : ", " + prefix + suffix }

  /// A mark on an axis whose marks are `step` apart: no more decimals than tell them apart.
  package func tick(_ value: Double, step: Double) -> String {
    var decimals = 0
    var rest = abs(step * multiplier)
    while decimals < 6, abs(rest - rest.rounded()) > 1e-6 * max(1, rest) {
      rest *= 10
      decimals += 1
    }
    return prefixed(value, prefix, suffix, decimals)
  }

  private func prefixed(_ value: Double, _ prefix: String, _ suffix: String, _ decimals: Int) -> String {
    // A million is exact where a millionth is not.
    let shown = multiplier < 1 ? value / (1 / multiplier).rounded() : value * multiplier
    let scaled = (shown.magnitude * [1.0, 10, 100, 1_000, 10_000, 100_000, 1_000_000][decimals]).rounded()
    guard scaled < 1e15 else { return value.isFinite ? PlainNumber.text(value, digits: 6) : "–" }
    var digits = Array(String(Int(scaled)))
    digits.insert(contentsOf: repeatElement("0", count: max(0, decimals + 1 - digits.count)), at: 0)
    var place = digits.count - decimals
    if decimals > 0 { digits.insert(".", at: place) }
    while place > 3 {
      place -= 3
      digits.insert(",", at: place)
    }
    return (value < 0 && scaled > 0 ? "-" : "") + prefix + String(digits) + suffix
  }
}
