import DiscreteEvents
public import Parameters

/// Time that staff in post are away: short sickness, long sickness, and maternity, paternity and adoption leave.
public struct AbsenceParameters: ParameterGroup {
  /// One kind of absence.
  public struct Kind: ParameterGroup {
    public var perYear = 0.0
    public var length = DurationParameters(.constant, mean: 3)
    public var isCovered = false
    public var caseloadElasticity = 0.0

    public init() {}

    public static let table: [Parameter<Kind>] =
      [
        Parameter(
          "perYear", \.perYear, Unit("spells per person per year"), 0...50, .modelChoice,
          "Rate at which spells begin."),
        Parameter(
          "isCovered", \.isCovered, .modelChoice,
          "Whether, during a spell, the children pass to colleagues and an agency worker may cover the post."
        ),
        Parameter(
          "caseloadElasticity", \.caseloadElasticity, .elasticity, 0...3, .modelChoice,
          "Percentage rise in the rate for each 1% rise in caseload relative to the reference load; 0 switches the effect off."
        ),
      ]
      + DurationParameters.table.lifted(
        to: \.length, under: "length", about: "Length of a spell in calendar days")
  }

  public var kinds = Keyed<AbsenceKind, Kind>(repeating: Kind())

  public init() {}

  public static let table: [Parameter<AbsenceParameters>] =
    Keyed<AbsenceKind, Kind>.table(about: \.title).lifted(to: \.kinds, under: "")

  func contradictions() -> [Contradiction] {
    AbsenceKind.allCases.flatMap { kinds[$0].length.contradictions(at: "absence.\($0.name).length") }
  }
}

/// Why a worker is away.
public enum AbsenceKind: UInt8, ParameterKey {
  case short, long, family

  var title: String {
    switch self {
    case .short: "Short-term sickness"
    case .long: "Long-term sickness"
    case .family: "Maternity, paternity and adoption leave"
    }
  }
}

/// One kind of absence as the simulation reads it.
struct AbsenceRow: BitwiseCopyable, Sendable {
  let perYear: Double
  let length: Distribution
  let isCovered: Bool
  let caseloadElasticity: Double

  init(_ kind: AbsenceParameters.Kind) {
    perYear = kind.perYear
    length = kind.length.distribution ?? .constant(0)
    isCovered = kind.isCovered
    caseloadElasticity = kind.caseloadElasticity
  }
}
