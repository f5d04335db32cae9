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
          "How often a spell begins."),
        Parameter(
          "isCovered", \.isCovered, .modelChoice,
          "Whether the children go to colleagues and the post may be covered by an agency while the spell lasts."
        ),
        Parameter(
          "caseloadElasticity", \.caseloadElasticity, .elasticity, 0...3, .modelChoice,
          "Percentage rise of the rate for one per cent more caseload against the norm; 0 switches the effect off."
        ),
      ]
      + DurationParameters.table.lifted(
        to: \.length, under: "length", about: "Length of a spell, calendar days")
  }

  public var short = Kind()
  public var long = Kind()
  public var family = Kind()

  public init() {}

  public static let table: [Parameter<AbsenceParameters>] =
    Kind.table.lifted(to: \.short, under: "short", about: "Short sickness")
    + Kind.table.lifted(to: \.long, under: "long", about: "Long sickness")
    + Kind.table.lifted(to: \.family, under: "family", about: "Maternity, paternity and adoption leave")

  /// In the order of `AbsenceKind`.
  var kinds: [Kind] { [short, long, family] }

  func contradictions() -> [Contradiction] {
    zip(["short", "long", "family"], kinds).flatMap { name, kind in
      kind.length.contradictions(at: "absence.\(name).length")
    }
  }
}

/// Why a worker is away.
public enum AbsenceKind: UInt8, ParameterKey, BitwiseCopyable {
  case short, long, family
  public var name: String { "\(self)" }
}
