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
      .perYear, 0...20, .modelChoice, "Hazard of leaving at the caseload norm, for a time with the council of"
    ).lifted(to: \.perYear, under: "perYear")
    + Keyed<Role, Double>.table(.ratio, 0...20, .modelChoice, "Hazard over that of all roles, for a")
    .lifted(to: \.roleRatio, under: "roleRatio")
    + TeamEffects.table
    + [
      Parameter(
        "caseloadElasticity", \.caseloadElasticity, .elasticity, 0...3, .modelChoice,
        "Percentage rise of the hazard for one per cent more caseload against the norm; 0 switches the effect off."
      ),
      Parameter(
        "payElasticity", \.payElasticity, .elasticity, 0...10, .modelChoice,
        "Percentage fall of the hazard for one per cent more pay against the neighbours'; 0 switches the effect off."
      ),
      Parameter(
        "managerVacantRatio", \.managerVacantRatio, .ratio, 0...10, .modelChoice,
        "Hazard while the practice manager's post of the worker's pod is vacant, over that while it is filled."
      ),
      Parameter(
        "councilYearCv", \.councilYearCv, .ratio, 0...2, .modelChoice,
        "Spread of a lognormal multiplier, mean 1, that all workers share in a financial year."),
      Parameter(
        "passingThroughShare", \.passingThroughShare, .share, 0...1, .modelChoice,
        "Share of joiners who are passing through."),
      Parameter(
        "passingThroughRatio", \.passingThroughRatio, .ratio, 0...1000, .modelChoice,
        "Their hazard over that of the others."),
    ]
    + Keyed<LeavingReason, Double>.table(.share, 0...1, .modelChoice, "Share of leavers who")
    .lifted(to: \.reasons, under: "reasons")
    + Keyed<Role, Double>.table(.weeks, 0...52, .modelChoice, "Notice given by a")
    .lifted(to: \.noticeWeeks, under: "noticeWeeks")
    + [
      Parameter(
        "handoverDays", \.handoverDays, .days, 0...365, .modelChoice,
        "Time before the last day at which a leaver's children go to others; no longer than the notice.")
    ]

  func contradictions() -> [Contradiction] {
    sumsToOne(reasons.elements, "leaving.reasons", "the shares of leaving reasons")
  }
}
