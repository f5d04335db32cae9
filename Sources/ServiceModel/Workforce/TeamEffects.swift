import Parameters

/// The parameters of leaving that say how a worker's team and manager move the hazard. Each effect is off at a ratio
/// of 1 or at 0.
enum TeamEffects {
  static let table: [Parameter<LeavingParameters>] = [
    Parameter(
      "managerNewRatio", \.managerNewRatio, .ratio, 0...10, .modelChoice,
      "Hazard while the pod's practice manager is new, relative to when not; 1 switches the effect off."
    ).usually(0.5...5),
    Parameter(
      "managerNewDays", \.managerNewDays, .days, 0...3650, .modelChoice,
      "Time for which a practice manager counts as new."),
    Parameter(
      "spanElasticity", \.spanElasticity, .elasticity, 0...3, .modelChoice,
      "Percentage rise in the hazard for each 1% by which the workers led by the worker's manager exceed spanNorm; 0 switches the effect off."
    ),
    Parameter(
      "spanNorm", \.spanNorm, .people, 1...100, .modelChoice,
      "Workers whom a practice manager can lead without harm, including those in pods that the manager covers."
    ),
    Parameter(
      "unfilledEffect", \.unfilledEffect, .none, 0...20, .modelChoice,
      "Rise in the logarithm of the hazard for each unit rise in the share of the team's case-holding posts that nobody fills, not even agency staff; 0 switches the effect off."
    ),
    Parameter(
      "unfilledNorm", \.unfilledNorm, .share, 0...1, .modelChoice,
      "Share of unfilled posts at which unfilledEffect leaves the hazard unchanged."),
    Parameter(
      "absenceEffect", \.absenceEffect, .none, 0...20, .modelChoice,
      "Rise in the logarithm of the hazard for each unit rise in the share of the team's workers who are on a covered absence; 0 switches the effect off."
    ),
    Parameter(
      "absenceNorm", \.absenceNorm, .share, 0...1, .modelChoice,
      "Share of workers absent at which absenceEffect leaves the hazard unchanged."),
    Parameter(
      "supervisionMissedRatio", \.supervisionMissedRatio, .ratio, 0...10, .modelChoice,
      "Hazard of a worker whose last supervision was missed, relative to one whose last supervision took place; 1 switches the effect off."
    ).usually(0.5...5),
  ]
}
