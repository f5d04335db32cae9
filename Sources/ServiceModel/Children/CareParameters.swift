public import Parameters

/// What belongs to being looked after: proceedings, coming back, and leaving care.
public struct CareParameters: ParameterGroup {
  public var orderShare = 0.0
  public var proceedings = DurationParameters(.constant, mean: 182)
  public var returnShare = 0.0
  public var returnInterval = DurationParameters(.exponential, mean: 365)
  public var leaverUntil = 21.0
  public var extendedShare = 0.0
  public var extendedUntil = 25.0

  public init() {}

  public static let table: [Parameter<CareParameters>] =
    [
      Parameter(
        "orderShare", \.orderShare, .share, 0...1, .modelChoice,
        "Share of children entering care by a referral for whom proceedings are begun; they do not leave before these end."
      ),
      Parameter(
        "returnShare", \.returnShare, .share, 0...1, .modelChoice,
        "Share of children returned home who come back into care later, unless they turn 18 first."),
      Parameter(
        "leaverUntil", \.leaverUntil, .years, 18...30, .modelChoice,
        "Age at which support to a care leaver ends."),
      Parameter(
        "extendedShare", \.extendedShare, .share, 0...1, .modelChoice,
        "Share of care leavers whose support goes on to the later age."),
      Parameter(
        "extendedUntil", \.extendedUntil, .years, 18...30, .modelChoice,
        "The later age at which support ends."),
    ] + DurationParameters.table.lifted(to: \.proceedings, under: "proceedings", about: "Care proceedings")
    + DurationParameters.table.lifted(
      to: \.returnInterval, under: "returnInterval",
      about: "Time from returning home to coming back into care")

  func contradictions() -> [Contradiction] {
    proceedings.contradictions(at: "care.proceedings")
      + returnInterval.contradictions(at: "care.returnInterval")
  }
}

/// Where looked-after children live, and how often they move.
public struct PlacementParameters: ParameterGroup {
  public var mix = Keyed<AgeBand, PlacementShares>(repeating: PlacementShares())
  public var movesPerYear = Keyed<Placement, Double>(repeating: 0)
  public var sameTypeShare = 0.0
  public var unaccompaniedMix = PlacementShares()

  public init() {}

  public static let table: [Parameter<PlacementParameters>] =
    Keyed<AgeBand, PlacementShares>.table { "Children aged \($0.published)" }.lifted(to: \.mix, under: "mix")
    + PlacementShares.table.lifted(
      to: \.unaccompaniedMix, under: "unaccompaniedMix", about: "Unaccompanied children")
    + Keyed<Placement, Double>.table(
      .perChildYear, 0...50, .modelChoice, "Moves to another placement, from"
    ).lifted(to: \.movesPerYear, under: "movesPerYear")
    + [
      Parameter(
        "sameTypeShare", \.sameTypeShare, .share, 0...1, .modelChoice,
        "Share of moves to another placement of the same type; the rest are drawn from the mix for the child's age."
      )
    ]

  func contradictions() -> [Contradiction] {
    AgeBand.allCases.flatMap { band in
      sumsToOne(
        mix[band].shares.elements, "placements.mix.\(band.name)",
        "the placement shares of children aged \(band.published)")
    }
      + sumsToOne(
        unaccompaniedMix.shares.elements, "placements.unaccompaniedMix",
        "the placement shares of unaccompanied children")
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
      "Share placed in \(placement.spoken).")
  }
}
