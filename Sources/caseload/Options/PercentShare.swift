import ArgumentParser

/// A share written as a percentage, such as `5%`, or as a number, such as `0.05`. What it may be, each option says.
struct PercentShare: ExpressibleByArgument {
  let share: Double

  init(_ share: Double) { self.share = share }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? argument.dropLast() : argument[...]), number.isFinite
    else { return nil }
    share = isPercent ? number / 100 : number
  }

  /// As it is said: `5.0%`.
  var text: String { "\((share * 1000).rounded() / 10)%" }
  var defaultValueDescription: String { text }

  /// Refuses nothing and the whole as a precision.
  func validatePrecision() throws {
    if share <= 0 || share >= 1 {
      throw ValidationError("--precision must be above 0% and below 100%, not \(text).")
    }
  }
}
