/// A closed form that a verification file can call by name.
public struct Calculation: Sendable {
  /// Takes named inputs and gives named answers.
  public typealias Function =
    @Sendable ([String: CalculationValue]) throws(CalculationError) -> [String: CalculationValue]

  /// The name that calls it, such as `mmc`.
  public let name: String
  /// What it works out.
  public let meaning: String
  /// Inputs it knows, some of which it can do without; empty where every name is welcome.
  public let inputs: [String]
  /// What the formula calls its inputs, where the file calls them otherwise.
  private let called: [String: String]
  private let work: @Sendable (CalculationInputs) throws(CalculationError) -> [String: CalculationValue]

  init(
    _ name: String, _ meaning: String, inputs: [String] = [], called: [String: String] = [:],
    work: @escaping @Sendable (CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  ) {
    (self.name, self.meaning, self.inputs, self.called) = (name, meaning, inputs, called)
    self.work = work
  }

  /// Works out the answers. An input that is missing, unknown, of the wrong kind or out of range throws a sentence.
  public func callAsFunction(
    _ values: [String: CalculationValue]
  ) throws(CalculationError) -> [String: CalculationValue] {
    for name in values.keys.sorted() where !inputs.isEmpty && !inputs.contains(name) {
      throw .unknown(input: name, accepted: inputs)
    }
    do {
      return try work(CalculationInputs(values: values))
    } catch {
      throw error.calling(called)
    }
  }

  /// The calculation of that name; nil where there is none.
  public static func named(_ name: String) -> Function? {
    guard let calculation = all.first(where: { $0.name == name }) else { return nil }
    return { values throws(CalculationError) in try calculation(values) }
  }
}
