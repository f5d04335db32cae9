public import Parameters

/// Children in children's homes are helped to move to families.
public struct StepDown: DatedLever {
  public static let title = "Step-down from children's homes"
  public var dates = LeverDates()
  public var perChildYear = 0.0
  public var kinshipShare = 0.0
  public var inHouseShare = 0.0
  public var poundsEach = 0.0

  public init() {}

  public static let own: [Parameter<StepDown>] = [
    Parameter(
      "perChildYear", \.perChildYear, .perChildYear, 0...50, .modelChoice,
      "Rate at which a child in a children's home steps down to a family, in addition to other moves."
    ).usually(0.005...4),
    Parameter(
      "kinshipShare", \.kinshipShare, .share, 0...1, .modelChoice,
      "Share of step-downs that are to family and friends."),
    Parameter(
      "inHouseShare", \.inHouseShare, .share, 0...1, .modelChoice,
      "Share of step-downs that are to the council's own foster households, where a place is found; all others go to agency fostering."
    ),
    Parameter(
      "poundsEach", \.poundsEach, .pounds, 0...1_000_000, .modelChoice,
      "Cost of each move, such as support around the child, at first-year prices."
    ).usually(100...200_000),
  ]

  public var doesMore: Bool { perChildYear > 0 }

  public func contradictions(in service: ServiceParameters) -> [Contradiction] {
    let shares = kinshipShare + inHouseShare
    guard shares > 1 + 1e-9 else { return [] }
    return [
      Contradiction(
        .error, ["levers.stepDown.inHouseShare", "levers.stepDown.kinshipShare"], code: "shares-above-one",
        "the shares of step-downs to family and friends and to in-house fostering sum to \(rounded(shares)), more than 1"
      )
    ]
  }
}

extension StepDown: NeedyLever {
  func needs(in service: ServiceParameters) -> [(name: String, idleness: Idleness)] {
    let placements = service.placements
    let isUsed =
      service.opening.placements.shares[.residential] > 0
      || (placements.chosenBy == .mix
        ? placements.mix.elements.contains { $0.shares[.residential] > 0 }
        : placements.need.elements.contains { $0.order[.residential] > 0 })
    guard !isUsed else { return [] }
    return [
      (
        "perChildYear",
        Idleness("no child is in a children's home", ["placements.mix", "opening.placements.residential"])
      )
    ]
  }
}
