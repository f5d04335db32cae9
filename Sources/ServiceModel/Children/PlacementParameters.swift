public import Parameters

/// Where looked-after children live, how that is chosen, and how often they move.
public struct PlacementParameters: ParameterGroup {
  /// How a child's placement is chosen.
  public enum Choice: String, CaseIterable, Sendable {
    /// Drawn from the mix for the child's age.
    case mix
    /// The first that is found in the order of preference for the child's need.
    case need
  }

  public var chosenBy = Choice.mix
  public var mix = Keyed<AgeBand, PlacementShares>(repeating: PlacementShares())
  public var movesPerYear = Keyed<Placement, Double>(repeating: 0)
  public var sameTypeShare = 0.0
  public var unaccompaniedMix = PlacementShares()
  public var need: Keyed<Need, NeedParameters> = {
    var need = Keyed<Need, NeedParameters>(repeating: NeedParameters())
    need[.standard].shares = Keyed(repeating: 1)
    return need
  }()
  public var foundAtAge = Keyed<AgeBand, PlacementChances>(repeating: PlacementChances())
  public var riseOnMove = 0.0
  public var siblingsTogether = 0.0
  public var homes = HomesParameters()

  public init() {}

  public static let table: [Parameter<PlacementParameters>] =
    [
      Parameter(
        "chosenBy", \.chosenBy, .modelChoice,
        "Whether placements are drawn from the mix for the child's age, or sought in order by level of need.")
    ]
    + Keyed<AgeBand, PlacementShares>.table { "Children aged \($0.published)" }.lifted(
      to: \.mix, under: "mix")
    + PlacementShares.table.lifted(
      to: \.unaccompaniedMix, under: "unaccompaniedMix", about: "Unaccompanied children")
    + Keyed<Placement, Double>.table(
      .perChildYear, 0...50, .modelChoice, "Rate of moves out of a placement of this type"
    ).lifted(to: \.movesPerYear, under: "movesPerYear")
    + [
      Parameter(
        "sameTypeShare", \.sameTypeShare, .share, 0...1, .modelChoice,
        "Share of moves that are to another placement of the same type, if there is room; the rest are chosen afresh."
      )
    ]
    + Keyed<Need, NeedParameters>.table { "Child with \($0.spoken) needs" }.lifted(to: \.need, under: "need")
    + Keyed<AgeBand, PlacementChances>.table { "Children aged \($0.published)" }
    .lifted(to: \.foundAtAge, under: "foundAtAge")
    + [
      Parameter(
        "riseOnMove", \.riseOnMove, .share, 0...1, .modelChoice,
        "Chance that a move raises the child's needs by one level."),
      Parameter(
        "siblingsTogether", \.siblingsTogether, .share, 0...1, .modelChoice,
        "Chance that a child of a referred family enters care by the same draw of need and placement as the first of its siblings: the same ones at the same age, and as many of each in all."
      ),
    ] + HomesParameters.table.lifted(to: \.homes, under: "homes")

  func contradictions() -> [Contradiction] {
    var found = AgeBand.allCases.flatMap { band in
      sumsToOne(
        mix[band].shares.elements, "placements.mix.\(band.name)",
        "the placement shares of children aged \(band.published)")
    }
    found += sumsToOne(
      unaccompaniedMix.shares.elements, "placements.unaccompaniedMix",
      "the placement shares of unaccompanied children")
    for band in AgeBand.allCases {
      found += sumsToOne(
        Need.allCases.map { need[$0].shares[band] }, "placements.need.standard.shares.\(band.name)",
        "the shares of levels of need among children aged \(band.published)")
    }
    if chosenBy == .need { found += Need.allCases.flatMap { need[$0].contradictions(of: $0) } }
    return found
  }
}

/// Shares of the types of placement.
public struct PlacementShares: ParameterGroup {
  public var shares: Keyed<Placement, Double> = {
    var shares = Keyed<Placement, Double>(repeating: 0)
    shares[.inHouseFostering] = 1
    return shares
  }()

  public init() {}

  public static let table: [Parameter<PlacementShares>] = Placement.allCases.map { placement in
    Parameter(
      placement.name, \.shares[placement], .share, 0...1, .modelChoice,
      "Share in this type of placement: \(placement.spoken).")
  }
}

/// Chances that a placement that is sought is found, by its type.
public struct PlacementChances: ParameterGroup {
  public var chances = Keyed<Placement, Double>(repeating: 1)

  public init() {}

  public static let table: [Parameter<PlacementChances>] = Placement.allCases.map { placement in
    Parameter(
      placement.name, \.chances[placement], .share, 0...1, .modelChoice,
      "Chance of finding this type of placement relative to all ages, if chosen by need: \(placement.spoken)."
    )
  }
}
