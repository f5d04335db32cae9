public import Parameters

/// The observed position at the start.
public struct OpeningParameters: ParameterGroup {
  public var children = Keyed<Stage, Int>(repeating: 0)
  public var lookedAfterAges = Keyed<AgeBand, Double>(repeating: 0.2)
  public var otherAges = Keyed<AgeBand, Double>(repeating: 0.2)
  public var placements = PlacementShares()
  public var closuresPerYear = 0.0
  public var referralToClosureDays = 0.0
  public var allowances = 0
  public var unaccompanied = 0
  public var unaccompaniedLeavers = 0

  public init() {}

  public static let table: [Parameter<OpeningParameters>] =
    Stage.open.map { stage in
      Parameter(
        "children.\(stage.name)", \OpeningParameters.children[stage], .children, 0...1_000_000, .modelChoice,
        "Children in this stage at the start: \(stage.spoken).")
    }
    + Keyed<AgeBand, Double>.table(
      .share, 0...1, .modelChoice, "Share of looked-after children at the start, by age"
    )
    .lifted(to: \.lookedAfterAges, under: "lookedAfterAges")
    + Keyed<AgeBand, Double>.table(
      .share, 0...1, .modelChoice, "Share of other children at the start, by age"
    )
    .lifted(to: \.otherAges, under: "otherAges")
    + PlacementShares.table.lifted(
      to: \.placements, under: "placements",
      about: "Looked-after children of all ages at the start")
    + [
      Parameter(
        "closuresPerYear", \.closuresPerYear, Unit("children per year"), 0...1_000_000, .modelChoice,
        "Children closed in each year before the start, some of whom will be referred again."),
      Parameter(
        "referralToClosureDays", \.referralToClosureDays, .days, 0...3650, .modelChoice,
        "Time from referral to closure for children closed before the start, which decides whether their return counts as within twelve months."
      ),
      Parameter(
        "allowances", \.allowances, .children, 0...100_000, .modelChoice,
        "Children for whom a guardianship or adoption allowance is being paid at the start."),
      Parameter(
        "unaccompanied", \.unaccompanied, .children, 0...1_000_000, .modelChoice,
        "Of the looked-after children at the start, those who came to the country alone: they bring the grant, and stay as those do who come later."
      ),
      Parameter(
        "unaccompaniedLeavers", \.unaccompaniedLeavers, .children, 0...1_000_000, .modelChoice,
        "Of the care leavers at the start, those who came to the country alone, for whom the grant goes on."),
    ]

  func contradictions() -> [Contradiction] {
    sumsToOne(lookedAfterAges.elements, "opening.lookedAfterAges", "the age shares of looked-after children")
      + sumsToOne(otherAges.elements, "opening.otherAges", "the age shares of other children")
      + sumsToOne(placements.shares.elements, "opening.placements", "the placement shares at the start")
      + tooManyAlone()
  }

  /// More unaccompanied children than there are children.
  private func tooManyAlone() -> [Contradiction] {
    let parts = [
      ("unaccompanied", unaccompanied, Stage.lookedAfter, "looked after"),
      ("unaccompaniedLeavers", unaccompaniedLeavers, .careLeaver, "care leavers"),
    ]
    return parts.compactMap { name, alone, stage, what in
      guard alone > children[stage] else { return nil }
      return Contradiction(
        .error, ["opening.\(name)", "opening.children.\(stage.name)"], code: "part-above-whole",
        "\(alone) at the start are unaccompanied, but only \(children[stage]) are \(what) in all",
        help: "they are counted among those of opening.children.\(stage.name)")
    }
  }
}
