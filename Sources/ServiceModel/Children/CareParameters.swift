import DiscreteEvents
public import Parameters

/// What goes with being looked after: proceedings, returns to care, and leaving care.
public struct CareParameters: ParameterGroup {
  public var orderShare = 0.0
  public var atBirthShare = 0.0
  public var proceedings = DurationParameters(.constant, mean: 182)
  public var adoptionPlacement = DurationParameters(.constant, mean: 0)
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
        "Share of children entering care through a referral who become subject to care proceedings; they stay in care until these end. Children who will be adopted are among them."
      ),
      Parameter(
        "atBirthShare", \.atBirthShare, .share, 0...1, .modelChoice,
        "Share of children who enter care under 1, for the first time and after a referral, who do so on the day of their birth: they were referred before it."
      ),
      Parameter(
        "returnShare", \.returnShare, .share, 0...1, .modelChoice,
        "Share of children returned home who later come back into care, unless they turn 18 first."),
      Parameter(
        "leaverUntil", \.leaverUntil, .years, 18...30, .modelChoice,
        "Age at which support for a care leaver ends."),
      Parameter(
        "extendedShare", \.extendedShare, .share, 0...1, .modelChoice,
        "Share of care leavers whose support continues to the later age."),
      Parameter(
        "extendedUntil", \.extendedUntil, .years, 18...30, .modelChoice,
        "The later age, at which extended support ends."),
    ] + DurationParameters.table.lifted(to: \.proceedings, under: "proceedings", about: "Care proceedings")
    + DurationParameters.table.lifted(
      to: \.adoptionPlacement, under: "adoptionPlacement",
      about: "Placed for adoption, from the end of proceedings at the earliest to the adoption; 0 means never"
    )
    + DurationParameters.table.lifted(
      to: \.returnInterval, under: "returnInterval",
      about: "Time from returning home to coming back into care")

  func contradictions() -> [Contradiction] {
    proceedings.contradictions(at: "care.proceedings")
      + adoptionPlacement.contradictions(at: "care.adoptionPlacement")
      + returnInterval.contradictions(at: "care.returnInterval")
  }
}

extension ServiceParameters {
  /// Children who are placed for adoption on the first day in care, where that is to follow an order.
  func adoptionContradictions() -> [Contradiction] {
    guard let placed = care.adoptionPlacement.distribution, placed.mean > 0 else { return [] }
    var paths: [String] = []
    if placements.chosenBy == .mix {
      paths = AgeBand.allCases.filter { placements.mix[$0].shares[.forAdoption] > 0 }
        .map { "placements.mix.\($0.name).forAdoption" }
    } else {
      paths = Need.allCases.filter { placements.need[$0].order[.forAdoption] > 0 }
        .map { "placements.need.\($0.name).order.forAdoption" }
    }
    guard !paths.isEmpty else { return [] }
    return [
      Contradiction(
        .warning, paths + ["care.adoptionPlacement.mean"], code: "adoption-first",
        "children can be placed for adoption on the first day in care, although that follows an order",
        help: "give that share to foster care")
    ]
  }
}

/// Leaving care as the simulation reads it.
struct LeavingCareTable: ~Copyable, Sendable {
  /// Stays of those who came without a referral.
  let stays: PlainTable<DirectEntry, StayTable>
  /// How long a child lives with its new family before the adoption; nil where children are not placed for adoption.
  let adoption: Distribution?
  /// Share of those who will not be adopted who become subject to proceedings, so that the share of all is the one
  /// asked for.
  let orderShare: PlainTable<AgeBand, Double>
  /// The most, rounded up to a power of two, by which policies multiply the hazard of leaving care by any exit. Ways
  /// out that they open are drawn at this rate and thinned, so that policies that differ a little meet the same ones.
  let ceiling: Double

  init(_ parameters: ServiceParameters, highest: Double) {
    stays = PlainTable { StayTable(parameters.demand.direct[$0].stay) }
    let placed = parameters.care.adoptionPlacement.distribution
    adoption = placed.flatMap { $0.mean > 0 ? $0 : nil }
    let isPlaced = (placed?.mean ?? 0) > 0
    let share = parameters.care.orderShare
    orderShare = PlainTable { band in
      let adopted = parameters.pathway.stages[.lookedAfter].exitShares(of: band)[Exit.adoption.index]
      guard isPlaced, adopted < 1 else { return share }
      return max(0, (share - adopted) / (1 - adopted))
    }
    var doubled = 1.0
    while doubled < highest { doubled *= 2 }
    ceiling = doubled
  }
}
