import Foundation

/// Writes numbers the same way in every country: a point, no grouping, no exponent for ordinary sizes.
///
/// A number is rounded to a stated count of significant digits and then written in its shortest form, so that
/// `0.1` stays `0.1` and `400.0` becomes `400`. Exponents appear only below 0.000001 and from 10^15 upwards.
package enum PlainNumber {
  /// Significant digits of every cell but those of the balances: pence stay exact up to ten thousand million pounds.
  package static let digits = 12
  /// Significant digits of totals that must add up exactly.
  package static let exactDigits = 15

  /// The number as text; empty when it is not finite. `digits` is from 1 to 15.
  package static func text(_ value: Double, digits: Int = digits) -> String {
    var bytes: [UInt8] = []
    append(value, digits: digits, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the number; nothing when it is not finite. `digits` is from 1 to 15.
  package static func append(_ value: Double, digits: Int = digits, to bytes: inout [UInt8]) {
    guard value.isFinite else { return }
    let magnitude = value.magnitude
    if magnitude < powers[digits], magnitude == magnitude.rounded(.towardZero) {
      return append(integer: Int(value), to: &bytes)
    }
    var exponent = Int(log10(magnitude).rounded(.down))
    var scaled = shifted(magnitude, by: digits - 1 - exponent)
    // The logarithm may be one off beside a power of ten, and rounding may carry into another digit.
    if scaled >= powers[digits] {
      exponent += 1
      scaled = shifted(magnitude, by: digits - 1 - exponent)
    } else if scaled < powers[digits - 1] {
      exponent -= 1
      scaled = shifted(magnitude, by: digits - 1 - exponent)
    }
    if value < 0 { bytes.append(minus) }
    place(UInt64(scaled), exponent: exponent, in: &bytes)
  }

  /// Appends a whole number.
  package static func append(integer: Int, to bytes: inout [UInt8]) {
    guard integer != 0 else { return bytes.append(zero) }
    if integer < 0 { bytes.append(minus) }
    appendDigits(of: UInt64(integer.magnitude), to: &bytes)
  }

  // MARK: - Steps

  private static let zero = UInt8(ascii: "0")
  private static let minus = UInt8(ascii: "-")
  private static let point = UInt8(ascii: ".")

  /// 10^0 to 10^22: the powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = (0..<22).reduce(into: [1]) { $0.append(10 * $0[$1]) }

  /// `value` times 10^`places`, rounded to a whole number.
  private static func shifted(_ value: Double, by places: Int) -> Double {
    var result = value
    var rest = places
    while rest > 22 {
      result *= powers[22]
      rest -= 22
    }
    while rest < -22 {
      result /= powers[22]
      rest += 22
    }
    result = rest >= 0 ? result * powers[rest] : result / powers[-rest]
    return result.rounded(.toNearestOrEven)
  }

  /// Writes the significant digits with the point where the exponent of the first one puts it.
  private static func place(_ significant: UInt64, exponent: Int, in bytes: inout [UInt8]) {
    var number = significant
    while number % 10 == 0, number != 0 { number /= 10 }
    let start = bytes.count
    if exponent < -6 || exponent >= 15 {
      appendDigits(of: number, to: &bytes)
      if bytes.count - start > 1 { bytes.insert(point, at: start + 1) }
      bytes.append(UInt8(ascii: "e"))
      append(integer: exponent, to: &bytes)
    } else if exponent < 0 {
      bytes.append(zero)
      bytes.append(point)
      bytes.append(contentsOf: repeatElement(zero, count: -exponent - 1))
      appendDigits(of: number, to: &bytes)
    } else {
      appendDigits(of: number, to: &bytes)
      let written = bytes.count - start
      if written <= exponent + 1 {
        bytes.append(contentsOf: repeatElement(zero, count: exponent + 1 - written))
      } else {
        bytes.insert(point, at: start + exponent + 1)
      }
    }
  }

  private static func appendDigits(of number: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(zero + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
