/// Powers of a caseload in hundredths of a case, laid out once: a load changes at every allocation, and a power costs
/// as much as all the rest of the change.
struct LoadPowers: ~Copyable, Sendable {
  let exponent: Double
  private let table: PlainList<Double>

  /// Loads of up to 40.95 cases are looked up; larger ones are worked out.
  private static let limit = 4096

  init(exponent: Double) {
    self.exponent = exponent
    table = PlainList((0..<(exponent == 0 ? 1 : Self.limit)).map { power(Double($0), exponent) })
  }

  /// `load` to the power of the exponent.
  @inline(__always)
  func callAsFunction(_ load: Int32) -> Double {
    Int(load) < table.values.count ? table.values[Int(load)] : power(Double(load), exponent)
  }
}
