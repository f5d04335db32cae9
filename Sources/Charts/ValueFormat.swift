/// How the values of a chart are written: `446`, `17.2%`, `£23.8m`.
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
    self.prefix = prefix
    self.suffix = suffix
    self.multiplier = multiplier
    self.decimals = decimals
  }

  /// A share from 0 to 1, in percent.
  package static let percent = ValueFormat(suffix: "%", multiplier: 100, decimals: 1)
  /// Pounds, in millions.
  package static let millions = ValueFormat(prefix: "£", suffix: "m", multiplier: 1e-6, decimals: 1)

  /// Pounds in millions, or in thousands where the largest amount is below a million, with as many decimals as tell
  /// three digits of the largest.
  package static func money(upTo largest: Double) -> ValueFormat {
    switch abs(largest) {
    case 10_000_000...: millions
    case 1_000_000...: ValueFormat(prefix: "£", suffix: "m", multiplier: 1e-6, decimals: 2)
    default: ValueFormat(prefix: "£", suffix: "k", multiplier: 1e-3)
    }
  }

  /// The value for reading; an en dash where there is none.
  package func text(_ value: Double) -> String { text(value, decimals: decimals) }

  /// The value with its sign, for a change.
  package func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + text(value) }

  /// A mark on an axis whose marks are `step` apart: no more decimals than tell them apart.
  func tick(_ value: Double, step: Double) -> String {
    var decimals = 0
    var rest = abs(step * multiplier)
    while decimals < 6, abs(rest - rest.rounded()) > 1e-6 * max(1, rest) {
      rest *= 10
      decimals += 1
    }
    return text(value, decimals: decimals)
  }

  private func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value * multiplier) < 1e12 else { return "–" }
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    let scaled = Int((abs(value * multiplier) * Double(unit)).rounded())
    var digits = Array(String(scaled / unit))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    var number = String(digits)
    if decimals > 0 {
      let rest = String(scaled % unit)
      number += "." + String(repeating: "0", count: decimals - rest.count) + rest
    }
    return (value < 0 && scaled > 0 ? "-" : "") + prefix + number + suffix
  }
}
