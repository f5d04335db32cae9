public import Parameters

/// A policy or a shock with dates: what it multiplies at full height, and what it costs.
///
/// A new one is one file with such a type, and in the list of levers or of shocks its property and its row.
public protocol DatedLever: ParameterGroup {
  /// What people call it.
  static var title: String { get }
  var dates: LeverDates { get set }
  /// The ratios by which it multiplies influences at full height.
  static var ratios: [LeverRatio<Self>] { get }
  /// Parameters other than the dates and the ratios.
  static var own: [Parameter<Self>] { get }
  /// Every influence that it moves, and the ratio at full height.
  var effects: [LeverEffect] { get }
  /// Whether it does something besides its influences and costs.
  var doesMore: Bool { get }
  func contradictions(in service: ServiceParameters) -> [Contradiction]
}

/// A lever that needs something of the service besides what its influences need.
protocol NeedyLever: DatedLever {
  /// What it can change nothing by here, each by the parameter that is set in vain, and why.
  func needs(in service: ServiceParameters) -> [(name: String, idleness: Idleness)]
}

/// An influence that a lever moves at its full height, and the parameter by which it does.
public struct LeverEffect: Sendable {
  let influence: Influence
  let ratio: Double
  let name: String

  init(_ influence: Influence, _ ratio: Double, by name: String) {
    self.influence = influence
    self.ratio = ratio
    self.name = name
  }
}

extension DatedLever {
  public static var ratios: [LeverRatio<Self>] { [] }
  public static var own: [Parameter<Self>] { [] }
  public var effects: [LeverEffect] {
    Self.ratios.map { LeverEffect($0.influence, self[keyPath: $0.property], by: $0.parameter.path) }
  }
  public var doesMore: Bool { false }
  public func contradictions(in service: ServiceParameters) -> [Contradiction] { [] }

  func idleness(in service: ServiceParameters) -> [(name: String, idleness: Idleness)] {
    (self as? any NeedyLever)?.needs(in: service) ?? []
  }

  var isOn: Bool {
    doesMore || dates.poundsAtStart > 0 || dates.poundsPerYear > 0 || effects.contains { $0.ratio != 1 }
  }

  /// The parameters of the dates as if they stood in the lever itself, and those of the lever.
  public static var table: [Parameter<Self>] {
    LeverDates.table.lifted(to: \Self.dates, under: "") + ratios.map(\.parameter) + own
  }
}

/// A ratio by which a lever at its full height multiplies an influence; 1 does nothing.
public struct LeverRatio<Lever>: Sendable {
  let property: WritableKeyPath<Lever, Double> & Sendable
  let influence: Influence
  let parameter: Parameter<Lever>

  init(
    _ name: String, _ property: WritableKeyPath<Lever, Double> & Sendable, _ influence: Influence,
    _ range: ClosedRange<Double>, _ multiplied: String
  ) {
    self.property = property
    self.influence = influence
    parameter = Parameter(
      name, property, .ratio, range, .modelChoice, "Multiplier for \(multiplied); 1 means no change."
    ).usually(0.1...5)
  }
}

/// One row of a list of levers: its name in a scenario file, its parameters, and how to reach it.
struct LeverRow<Group>: Sendable {
  let name: String
  let table: [Parameter<Group>]
  let lever: @Sendable (Group) -> any DatedLever

  init<Lever: DatedLever>(_ name: String, _ property: WritableKeyPath<Group, Lever> & Sendable) {
    self.name = name
    table = Lever.table.lifted(to: property, under: name, about: Lever.title)
    lever = { $0[keyPath: property] }
  }
}
