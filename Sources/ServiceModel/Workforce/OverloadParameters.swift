public import Parameters

/// What a caseload above the reference load does to work and to children. Every effect is off at 0, and changes nothing at
/// the reference load (``TeamParameters/referenceLoad``).
public struct OverloadParameters: ParameterGroup {
  public var paceElasticity = 0.0
  public var escalationElasticity = 0.0
  public var returnElasticity = 0.0
  public var driftElasticity = 0.0
  public var movesElasticity = 0.0

  public init() {}

  private static let off = Source.modelChoice
  public static let table: [Parameter<OverloadParameters>] = [
    Parameter(
      "paceElasticity", \.paceElasticity, .elasticity, 0...1, off,
      "How far work slows when a worker's load exceeds the reference load: speed is (reference load / load) to this power; 0 means that load does not affect lengths, 1 that a worker shares a fixed effort among the children."
    ),
    Parameter(
      "escalationElasticity", \.escalationElasticity, .elasticity, 0...3, off,
      "Percentage rise in emergency entries to care for each 1% rise in the load of the child's team relative to the reference load."
    ),
    Parameter(
      "returnElasticity", \.returnElasticity, .elasticity, 0...3, off,
      "Percentage rise in the share referred again for each 1% rise in the load of the team that closed the child: hurried work comes back."
    ),
    Parameter(
      "driftElasticity", \.driftElasticity, .elasticity, 0...3, off,
      "Percentage rise in the length of stay in care for each 1% rise in the load of the team that holds looked-after children."
    ),
    Parameter(
      "movesElasticity", \.movesElasticity, .elasticity, 0...3, off,
      "Percentage rise in the rate of placement moves for each 1% rise in the load of the team that holds looked-after children."
    ),
  ]
}
