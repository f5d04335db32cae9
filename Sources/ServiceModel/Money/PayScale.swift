public import Parameters

/// The pay scale of one role: from the salary upwards, one point for each year.
public struct ScaleParameters: ParameterGroup {
  public var increment = 0.0
  public var points = 0
  public var entryPoint = 0

  public init() {}

  public static let table: [Parameter<ScaleParameters>] = [
    Parameter(
      "increment", \.increment, .poundsPerYear, 0...50_000, .modelChoice,
      "Rise from one point of the scale to the next, at first-year prices."),
    Parameter(
      "points", \.points, .count, 0...30, .modelChoice,
      "Points above the bottom; everyone in post moves up one at the start of each financial year."),
    Parameter(
      "entryPoint", \.entryPoint, .count, 0...30, .modelChoice,
      "Point at which an external candidate is appointed; newly qualified and promoted staff begin at 0."),
  ]
}

/// The scales as the simulation reads them.
struct PayScale: Sendable {
  let isOn: Bool
  let top: Flat<Role, Int>
  let entry: Flat<Role, Int>

  init(_ money: MoneyParameters) {
    let scales = money.payScale
    top = Flat { scales[$0].increment > 0 ? scales[$0].points : 0 }
    entry = Flat { scales[$0].entryPoint }
    isOn = top.sum > 0
  }
}

/// The children and young people for whom the Home Office pays the council.
public enum GrantKind: UInt8, ParameterKey {
  case under16, age16or17, careLeaver
  public var spoken: String {
    switch self {
    case .under16: "an unaccompanied child under 16"
    case .age16or17: "an unaccompanied child of 16 or 17"
    case .careLeaver: "a care leaver who was unaccompanied"
    }
  }
}
