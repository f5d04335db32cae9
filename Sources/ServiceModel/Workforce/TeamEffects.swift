import Parameters

/// The parameters of leaving that say how a worker's team and manager move the hazard. Each effect is off at a ratio
/// of 1 or at 0.
enum TeamEffects {
  static let table: [Parameter<LeavingParameters>] = [
    Parameter(
      "managerNewRatio", \.managerNewRatio, .ratio, 0...10, .modelChoice,
      "Hazard while the practice manager of the worker's pod is new, over that while not; 1 switches the effect off."
    ),
    Parameter(
      "managerNewDays", \.managerNewDays, .days, 0...3650, .modelChoice,
      "Time for which a practice manager is new."),
    Parameter(
      "spanElasticity", \.spanElasticity, .elasticity, 0...3, .modelChoice,
      "Percentage rise of the hazard for one per cent more workers led by the worker's manager, beyond spanNorm; 0 switches the effect off."
    ),
    Parameter(
      "spanNorm", \.spanNorm, .people, 1...100, .modelChoice,
      "Workers whom a practice manager can lead without harm, those of pods that the manager covers included."
    ),
    Parameter(
      "unfilledEffect", \.unfilledEffect, .none, 0...20, .modelChoice,
      "Rise of the logarithm of the hazard for each unit more of the share of the team's posts with cases that nobody fills, agency staff included; 0 switches the effect off."
    ),
    Parameter(
      "unfilledNorm", \.unfilledNorm, .share, 0...1, .modelChoice,
      "Share of unfilled posts at which the hazard is as given."),
    Parameter(
      "absenceEffect", \.absenceEffect, .none, 0...20, .modelChoice,
      "Rise of the logarithm of the hazard for each unit more of the share of the team's workers who are away in a covered absence; 0 switches the effect off."
    ),
    Parameter(
      "absenceNorm", \.absenceNorm, .share, 0...1, .modelChoice,
      "Share of workers away at which the hazard is as given."),
    Parameter(
      "supervisionMissedRatio", \.supervisionMissedRatio, .ratio, 0...10, .modelChoice,
      "Hazard of a worker whose last supervision was missed, over that after one that took place; 1 switches the effect off."
    ),
  ]
}
