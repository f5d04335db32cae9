/// A number as people write one in an option or a register: `0.4`, `40%`, `250k`, `1m`, `£3000`, `1_000`.
package struct WrittenNumber: Sendable, Equatable {
  package let value: Double
  /// A share where it ends with a % sign, pounds where it begins with £; nil for a bare number.
  package let unit: Unit?

  /// Nil where the text is no number of that kind.
  package init?(_ text: String) {
    let words = text.filter { !$0.isWhitespace }
    let isMoney = words.hasPrefix("£")
    var digits = words.filter { $0 != "_" && $0 != "£" }
    var factor = 1.0
    for (ending, size) in [("%", 0.01), ("k", 1e3), ("m", 1e6)] where digits.hasSuffix(ending) {
      digits.removeLast()
      factor = size
      break
    }
    guard let number = Double(digits), number.isFinite, digits.utf8.allSatisfy({ !"xXpP".utf8.contains($0) })
    else {
      return nil
    }
    // Divided, not multiplied, so that 40% is the same number as 0.4.
    value = factor == 0.01 ? number / 100 : number * factor
    unit = factor == 0.01 ? .share : isMoney ? .pounds : nil
  }
}

/// Why a number cannot be held against something that is watched.
package struct BoundFault: Error, Sendable, Equatable {
  package let message: String
  package let help: String

  /// Nil where the number can be met: it is in the measure's unit, and within what the measure can be.
  package init?(_ number: WrittenNumber, of name: String, unit: Unit, range: ClosedRange<Double>) {
    if let given = number.unit, !given.isComparable(with: unit) {
      message = "\(name) is in \(unit.symbol), and \(given == .share ? "a percentage" : "pounds") was given."
      help = "give it in \(unit.symbol)"
      return
    }
    guard !range.contains(number.value) else { return nil }
    let text = Value.number(number.value).text
    message = "\(name) is \(range.text), and so never \(text)."
    help =
      unit == .share && number.value > 1 && number.value <= 100
      ? "did you mean \(text)%?" : "choose a number within that"
  }
}
