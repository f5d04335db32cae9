public import Parameters

/// Why a worker leaves.
public enum LeavingReason: UInt8, ParameterKey {
  case resigned, movedToAgency, retired, dismissedOrOther
}

/// The hazard of leaving and what moves it.
public struct LeavingParameters: ParameterGroup {
  public var perYear = Keyed<TenureBand, Double>(repeating: 0)
  public var roleRatio = Keyed<Role, Double>(repeating: 1)
  public var caseloadElasticity = 0.0
  public var payElasticity = 0.0
  public var managerVacantRatio = 1.0
  public var managerNewRatio = 1.0
  public var managerNewDays = 90.0
  public var spanElasticity = 0.0
  public var spanNorm = 8.0
  public var unfilledEffect = 0.0
  public var unfilledNorm = 0.0
  public var absenceEffect = 0.0
  public var absenceNorm = 0.0
  public var supervisionMissedRatio = 1.0
  public var councilYearCv = 0.0
  public var passingThroughShare = 0.0
  public var passingThroughRatio = 1.0
  public var reasons: Keyed<LeavingReason, Double> = {
    var reasons = Keyed<LeavingReason, Double>(repeating: 0)
    reasons[.resigned] = 1
    return reasons
  }()
  public var noticeWeeks = Keyed<Role, Double>(repeating: 0)
  public var handoverDays = 0.0

  public init() {}

  public static let table: [Parameter<LeavingParameters>] =
    Keyed<TenureBand, Double>.table(
      .perYear, 0...20, .modelChoice, "Hazard of leaving at the reference load, by length of service"
    ).usually(0.005...1.5).lifted(to: \.perYear, under: "perYear")
    + Keyed<Role, Double>.table(.ratio, 0...20, .modelChoice, "Hazard relative to all roles, by role")
    .usually(0.05...10).lifted(to: \.roleRatio, under: "roleRatio")
    + TeamEffects.table
    + [
      Parameter(
        "caseloadElasticity", \.caseloadElasticity, .elasticity, 0...3, .modelChoice,
        "Percentage rise in the hazard for each 1% rise in caseload relative to the reference load; 0 switches the effect off."
      ),
      Parameter(
        "payElasticity", \.payElasticity, .elasticity, 0...10, .modelChoice,
        "Percentage fall in the hazard for each 1% rise in pay relative to neighbouring councils; 0 switches the effect off."
      ),
      Parameter(
        "managerVacantRatio", \.managerVacantRatio, .ratio, 0...10, .modelChoice,
        "Hazard while the post of the pod's practice manager is vacant, relative to when it is filled."
      ).usually(0.5...5),
      Parameter(
        "councilYearCv", \.councilYearCv, .ratio, 0...2, .modelChoice,
        "Coefficient of variation of the lognormal multiplier that all workers share in a financial year."),
      Parameter(
        "passingThroughShare", \.passingThroughShare, .share, 0...1, .modelChoice,
        "Share of starters who are only passing through."),
      Parameter(
        "passingThroughRatio", \.passingThroughRatio, .ratio, 0...1000, .modelChoice,
        "Hazard of starters who are passing through, relative to other starters."
      ).usually(0.1...100),
    ]
    + Keyed<LeavingReason, Double>.table(.share, 0...1, .modelChoice, "Share of leavers, by reason")
    .lifted(to: \.reasons, under: "reasons")
    + Keyed<Role, Double>.table(.weeks, 0...52, .modelChoice, "Notice period, by role")
    .lifted(to: \.noticeWeeks, under: "noticeWeeks")
    + [
      Parameter(
        "handoverDays", \.handoverDays, .days, 0...365, .modelChoice,
        "How long before a leaver's last day the children pass to others; at most the notice period.")
    ]

  func contradictions() -> [Contradiction] {
    sumsToOne(reasons.elements, "leaving.reasons", "the shares of leaving reasons")
  }
}
