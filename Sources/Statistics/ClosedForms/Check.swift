/// Checks of what a formula is given; each throws a sentence that names the input.
enum Check {
  static func positive(_ input: String, _ value: Double) throws(CalculationError) {
    guard value > 0, value.isFinite else {
      throw .outOfRange(input: input, value: value, allowed: "above zero")
    }
  }

  static func notNegative(_ input: String, _ value: Double) throws(CalculationError) {
    guard value >= 0, value.isFinite else {
      throw .outOfRange(input: input, value: value, allowed: "zero or more")
    }
  }

  static func probability(_ input: String, _ value: Double) throws(CalculationError) {
    guard value >= 0, value <= 1 else {
      throw .outOfRange(input: input, value: value, allowed: "between 0 and 1")
    }
  }

  /// Strictly between 0 and 1.
  static func confidence(_ input: String, _ value: Double) throws(CalculationError) {
    guard value > 0, value < 1 else {
      throw .outOfRange(input: input, value: value, allowed: "strictly between 0 and 1")
    }
  }

  static func count(_ input: String, _ value: Int, from least: Int) throws(CalculationError) {
    guard value >= least else {
      throw .outOfRange(input: input, value: Double(value), allowed: "\(least) or more")
    }
  }

  static func shape(_ input: String, _ holds: Bool, wanted: String) throws(CalculationError) {
    guard holds else { throw .wrongShape(input: input, wanted: wanted) }
  }
}
