/// A closed form that a verification file can call by name.
public struct Calculation: Sendable {
  /// Takes named inputs and gives named answers.
  public typealias Function =
    @Sendable ([String: CalculationValue]) throws(CalculationError) -> [String: CalculationValue]
}
